using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.Images.Sharing;
using Darkroom.Server.Api.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Darkroom.Server.Api.Images;

/// <summary>The hosting units in which a prepared spec may be used.</summary>
internal sealed class ImageShareEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        var units = api.MapGroup($"{ImageVersionSpecEndpoints.Root}/{{uid}}/hosting-units").WithTags("Image version specs");
        units.MapGet("", List).Needs<ListImageShares>();
        units.MapPost("", Share).Needs<ShareImage>();
        units.MapPost("/checks", Check).Needs<CheckImageSharing>();
        units.MapGet("/{nameOrUid}", Get).Needs<GetImageShare>();
        units.MapDelete("/{nameOrUid}", Unshare).Needs<UnshareImage>();
    }

    /// <summary>Lists the hosting units in which a spec may be used, the one it was made in first.</summary>
    internal static async Task<Ok<IReadOnlyList<ImageVersionSpecHostingUnitDto>>> List(Guid uid, Caller caller, ListImageShares useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, uid, ct));

    /// <summary>Starts sharing a prepared spec to another hosting unit of its account and Region; no data moves.</summary>
    internal static async Task<Accepted<ImageShareStartedDto>> Share(
        Guid uid, ShareImageRequest request, Caller caller, ShareImage useCase, HttpResponse response, CancellationToken ct)
    {
        var started = await useCase.HandleAsync(caller, uid, request, ct);
        return OperationAccepted.Answer(response, started.OperationId, started);
    }

    /// <summary>Tells what sharing a spec to a hosting unit would meet now; shares nothing.</summary>
    internal static async Task<Ok<ImageShareChecksDto>> Check(
        Guid uid, ShareImageRequest request, Caller caller, CheckImageSharing useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, uid, request, ct));

    /// <summary>Shows a hosting unit of a spec, with the checks that were made for its share.</summary>
    internal static async Task<Ok<ImageVersionSpecHostingUnitDto>> Get(
        Guid uid, string nameOrUid, Caller caller, GetImageShare useCase, HttpResponse response, CancellationToken ct)
    {
        var found = await useCase.HandleAsync(caller, uid, nameOrUid, ct);
        response.SetEntityTag(found.Version);
        return TypedResults.Ok(found);
    }

    /// <summary>Starts removing a share; the image and what was made of it elsewhere are untouched.</summary>
    internal static async Task<Accepted<ImageShareStartedDto>> Unshare(
        Guid uid, string nameOrUid, IfMatch ifMatch, Caller caller, UnshareImage useCase, HttpResponse response, CancellationToken ct)
    {
        var started = await useCase.HandleAsync(caller, uid, nameOrUid, ifMatch.Version, ct);
        return OperationAccepted.Answer(response, started.OperationId, started);
    }
}
