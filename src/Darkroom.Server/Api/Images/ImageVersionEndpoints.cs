using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.Images;
using Darkroom.Core.Images.Specs;
using Darkroom.Core.Images.Versions;
using Darkroom.Server.Api.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Darkroom.Server.Api.Images;

/// <summary>Versions of a definition. Where a number stands in a path, <c>latest</c> may stand as well.</summary>
internal sealed class ImageVersionEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        var versions = api.MapGroup($"{ImageDefinitionEndpoints.Root}/{{definition}}/versions").WithTags("Image versions");
        versions.MapGet("", List).Needs<ListImageVersions>();
        versions.MapPost("", Create).Needs<CreateImageVersion>();
        versions.MapGet("/{number}", Get).Needs<GetImageVersion>();
        versions.MapPatch("/{number}", Update).Needs<UpdateImageVersion>();
        versions.MapDelete("/{number}", Remove).Needs<RemoveImageVersion>();
        versions.MapPost("/{number}/master-specs", AddMaster).Needs<AddMasterSpec>();
    }

    /// <summary>Lists the versions of an image definition. Sort by number or creationTime.</summary>
    internal static async Task<Ok<Page<ImageVersionDto>>> List(
        string definition, [AsParameters] PageRequest page, Caller caller, ListImageVersions useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleInDefinitionAsync(caller, definition, page.ToListRequest(), ct));

    /// <summary>Gives an image definition its next version; the number of a removed one isn't given again.</summary>
    internal static async Task<Created<ImageVersionDto>> Create(
        string definition, CreateImageVersionRequest request, Caller caller, CreateImageVersion useCase, HttpResponse response, CancellationToken ct)
    {
        var made = await useCase.HandleAsync(caller, definition, request, ct);
        response.SetEntityTag(made.Version);
        return TypedResults.Created(
            $"{ApiRoutes.Root}{ImageDefinitionEndpoints.Root}/{made.ImageDefinitionUid}/versions/{made.ImageVersionNumber}", made);
    }

    /// <summary>Shows a version, by its number or as latest.</summary>
    internal static Task<Ok<ImageVersionDto>> Get(
        string definition, string number, Caller caller, GetImageVersion useCase, HttpResponse response, CancellationToken ct) =>
        ImageVersionAnswers.Get(ImageVersionReference.Of(definition, number), caller, useCase, response, ct);

    /// <summary>Redescribes a version.</summary>
    internal static Task<Ok<ImageVersionDto>> Update(
        string definition, string number, UpdateImageVersionRequest request, IfMatch ifMatch, Caller caller, UpdateImageVersion useCase,
        HttpResponse response, CancellationToken ct) =>
        ImageVersionAnswers.Update(ImageVersionReference.Of(definition, number), request, ifMatch, caller, useCase, response, ct);

    /// <summary>Removes a version without specs at once; starts removing one with its specs.</summary>
    internal static Task<Results<Accepted<ImageVersionRemovalStartedDto>, NoContent>> Remove(
        string definition, string number, [AsParameters] VersionRemovalQuery query, IfMatch ifMatch, Caller caller, RemoveImageVersion useCase,
        HttpResponse response, CancellationToken ct) =>
        ImageVersionAnswers.Remove(ImageVersionReference.Of(definition, number), query, ifMatch, caller, useCase, response, ct);

    /// <summary>Names the master image that a version starts from. Nothing is made in the cloud.</summary>
    internal static Task<Created<ImageVersionSpecDto>> AddMaster(
        string definition, string number, AddMasterSpecRequest request, Caller caller, AddMasterSpec useCase, HttpResponse response, CancellationToken ct) =>
        ImageVersionAnswers.AddMaster(ImageVersionReference.Of(definition, number), request, caller, useCase, response, ct);
}
