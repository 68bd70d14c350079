using System.ComponentModel;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.Images.Preparation;
using Darkroom.Core.Images.Specs;
using Darkroom.Server.Api.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Darkroom.Server.Api.Images;

/// <summary>Master and prepared specs.</summary>
internal sealed class ImageVersionSpecEndpoints : IEndpoints
{
    public const string Root = "/image-version-specs";

    public void Map(IEndpointRouteBuilder api)
    {
        var specs = api.MapGroup(Root).WithTags("Image version specs");
        specs.MapGet("", List).Needs<ListImageVersionSpecs>();
        specs.MapGet("/{uid}", Get).Needs<GetImageVersionSpec>();
        specs.MapDelete("/{uid}", Remove).Needs<RemoveImageVersionSpec>();
        specs.MapPost("/{uid}/prepare", Prepare).Needs<PrepareImage>();
        specs.MapPost("/{uid}/prepare/checks", Check).Needs<CheckImagePreparation>();
    }

    /// <summary>Lists image version specs. Sort by imageDefinitionName, imageVersionNumber, hostingUnitName or creationTime.</summary>
    internal static async Task<Ok<Page<ImageVersionSpecDto>>> List(
        [AsParameters] SpecQuery query, [AsParameters] PageRequest page, Caller caller, ListImageVersionSpecs useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, query.ToFilter(), page.ToListRequest(), ct));

    /// <summary>Shows a master or prepared spec.</summary>
    internal static async Task<Ok<ImageVersionSpecDto>> Get(
        Guid uid, Caller caller, GetImageVersionSpec useCase, HttpResponse response, CancellationToken ct)
    {
        var found = await useCase.HandleAsync(caller, uid, ct);
        response.SetEntityTag(found.Version);
        return TypedResults.Ok(found);
    }

    /// <summary>Starts removing a master or prepared spec, with its image and snapshots in the account; a held preparation is discarded first.</summary>
    internal static async Task<Accepted<SpecRemovalStartedDto>> Remove(
        Guid uid, [AsParameters] RemovalQuery query, IfMatch ifMatch, Caller caller, RemoveImageVersionSpec useCase, HttpResponse response, CancellationToken ct)
    {
        var started = await useCase.HandleAsync(caller, uid, query.ToReach(), ifMatch.Version, ct);
        return OperationAccepted.Answer(response, started.OperationId, started);
    }

    /// <summary>Starts preparing an image from a master spec; the answer names the operation to follow and the new prepared spec.</summary>
    internal static async Task<Accepted<PreparationStartedDto>> Prepare(
        Guid uid, PrepareImageRequest request, Caller caller, PrepareImage useCase, HttpResponse response, CancellationToken ct)
    {
        var started = await useCase.HandleAsync(caller, uid, request, ct);
        return OperationAccepted.Answer(response, started.OperationId, started);
    }

    /// <summary>Tells what preparing an image from a master spec would meet now; prepares nothing.</summary>
    internal static async Task<Ok<ImagePreparationChecksDto>> Check(
        Guid uid, PrepareImageRequest request, Caller caller, CheckImagePreparation useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, uid, request, ct));

    internal readonly record struct SpecQuery(
        [property: Description("Uid of the definition, or its name; * stands for any characters.")] string? ImageDefinition,
        [property: Description("Uid of the version.")] Guid? ImageVersionUid,
        [property: Description("Number of the version.")] int? ImageVersionNumber,
        [property: Description("The unit the spec was made in: its uid, or its name; * stands for any characters.")] string? HostingUnit,
        [property: Description("Only prepared specs, or only master specs.")] bool? IsPrepared,
        [property: Description("State of the spec.")] ImageVersionSpecStatus? Status)
    {
        public ImageVersionSpecFilter ToFilter() => new()
        {
            ImageDefinition = ImageDefinition,
            ImageVersionUid = ImageVersionUid,
            ImageVersionNumber = ImageVersionNumber,
            HostingUnit = HostingUnit,
            IsPrepared = IsPrepared,
            Status = Status,
        };
    }
}
