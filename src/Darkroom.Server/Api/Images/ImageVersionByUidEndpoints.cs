using System.ComponentModel;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.Images;
using Darkroom.Core.Images.Specs;
using Darkroom.Core.Images.Versions;
using Darkroom.Server.Api.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Darkroom.Server.Api.Images;

/// <summary>Versions across all definitions, each by its uid.</summary>
internal sealed class ImageVersionByUidEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        var versions = api.MapGroup("/image-versions").WithTags("Image versions");
        versions.MapGet("", List).Needs<ListImageVersions>().WithName("ListAllImageVersions");
        versions.MapGet("/{uid}", Get).Needs<GetImageVersion>().WithName("GetImageVersionByUid");
        versions.MapPatch("/{uid}", Update).Needs<UpdateImageVersion>().WithName("UpdateImageVersionByUid");
        versions.MapDelete("/{uid}", Remove).Needs<RemoveImageVersion>().WithName("RemoveImageVersionByUid");
        versions.MapPost("/{uid}/master-specs", AddMaster).Needs<AddMasterSpec>().WithName("AddMasterSpecByUid");
    }

    /// <summary>Lists the versions of all image definitions. Sort by imageDefinitionName, number or creationTime.</summary>
    internal static async Task<Ok<Page<ImageVersionDto>>> List(
        [Description("Uid of the definition, or its name; * stands for any characters.")] string? imageDefinition,
        [Description("Number of the version.")] int? number,
        [AsParameters] PageRequest page, Caller caller, ListImageVersions useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, imageDefinition, number, page.ToListRequest(), ct));

    /// <summary>Shows a version, by its uid.</summary>
    internal static Task<Ok<ImageVersionDto>> Get(Guid uid, Caller caller, GetImageVersion useCase, HttpResponse response, CancellationToken ct) =>
        ImageVersionAnswers.Get(ImageVersionReference.Of(uid), caller, useCase, response, ct);

    /// <summary>Redescribes a version, by its uid.</summary>
    internal static Task<Ok<ImageVersionDto>> Update(
        Guid uid, UpdateImageVersionRequest request, IfMatch ifMatch, Caller caller, UpdateImageVersion useCase, HttpResponse response, CancellationToken ct) =>
        ImageVersionAnswers.Update(ImageVersionReference.Of(uid), request, ifMatch, caller, useCase, response, ct);

    /// <summary>Removes a version without specs at once; starts removing one with its specs; by its uid.</summary>
    internal static Task<Results<Accepted<ImageVersionRemovalStartedDto>, NoContent>> Remove(
        Guid uid, [AsParameters] VersionRemovalQuery query, IfMatch ifMatch, Caller caller, RemoveImageVersion useCase, HttpResponse response, CancellationToken ct) =>
        ImageVersionAnswers.Remove(ImageVersionReference.Of(uid), query, ifMatch, caller, useCase, response, ct);

    /// <summary>Names the master image that a version starts from, by the version's uid. Nothing is made in the cloud.</summary>
    internal static Task<Created<ImageVersionSpecDto>> AddMaster(
        Guid uid, AddMasterSpecRequest request, Caller caller, AddMasterSpec useCase, HttpResponse response, CancellationToken ct) =>
        ImageVersionAnswers.AddMaster(ImageVersionReference.Of(uid), request, caller, useCase, response, ct);
}
