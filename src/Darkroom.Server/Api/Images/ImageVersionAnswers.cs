using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.Images;
using Darkroom.Core.Images.Specs;
using Darkroom.Core.Images.Versions;
using Darkroom.Server.Api.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Darkroom.Server.Api.Images;

/// <summary>The answers about one version, however the path names it.</summary>
internal static class ImageVersionAnswers
{
    public static async Task<Ok<ImageVersionDto>> Get(
        ImageVersionReference version, Caller caller, GetImageVersion useCase, HttpResponse response, CancellationToken ct)
    {
        var found = await useCase.HandleAsync(caller, version, ct);
        response.SetEntityTag(found.Version);
        return TypedResults.Ok(found);
    }

    public static async Task<Ok<ImageVersionDto>> Update(
        ImageVersionReference version, UpdateImageVersionRequest request, IfMatch ifMatch, Caller caller, UpdateImageVersion useCase,
        HttpResponse response, CancellationToken ct)
    {
        var changed = await useCase.HandleAsync(caller, version, request, ifMatch.Version, ct);
        response.SetEntityTag(changed.Version);
        return TypedResults.Ok(changed);
    }

    public static async Task<Results<Accepted<ImageVersionRemovalStartedDto>, NoContent>> Remove(
        ImageVersionReference version, VersionRemovalQuery query, IfMatch ifMatch, Caller caller, RemoveImageVersion useCase, HttpResponse response,
        CancellationToken ct) =>
        await useCase.HandleAsync(caller, version, query.WithSpecs, query.ToReach(), ifMatch.Version, ct) is { } started
            ? OperationAccepted.Answer(response, started.OperationId, started)
            : TypedResults.NoContent();

    public static async Task<Created<ImageVersionSpecDto>> AddMaster(
        ImageVersionReference version, AddMasterSpecRequest request, Caller caller, AddMasterSpec useCase, HttpResponse response, CancellationToken ct)
    {
        var made = await useCase.HandleAsync(caller, version, request, ct);
        response.SetEntityTag(made.Version);
        return TypedResults.Created($"{ApiRoutes.Root}{ImageVersionSpecEndpoints.Root}/{made.ImageVersionSpecUid}", made);
    }
}
