using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.Images;
using Darkroom.Core.Images.Lineage;
using Darkroom.Server.Api.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Darkroom.Server.Api.Images;

/// <summary>Where images come from and where they are used.</summary>
internal sealed class ImageLineageEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        api.MapGet($"{ImageVersionSpecEndpoints.Root}/{{uid}}/lineage", OfSpec).WithTags("Image version specs").Needs<GetImageLineage>();
        api.MapGet($"{ImageDefinitionEndpoints.Root}/{{definition}}/versions/{{number}}/lineage", OfVersion).WithTags("Image versions")
            .Needs<GetImageLineage>().WithName("GetImageVersionLineage");
    }

    /// <summary>Shows where the image of a spec comes from and where it is used: master image, specs, sealed image, hosting units, catalogs.</summary>
    internal static async Task<Ok<ImageLineageDto>> OfSpec(Guid uid, Caller caller, GetImageLineage useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, uid, ct));

    /// <summary>Shows where the image of a version comes from and where it is used: master image, specs, sealed image, hosting units, catalogs.</summary>
    internal static async Task<Ok<ImageLineageDto>> OfVersion(string definition, string number, Caller caller, GetImageLineage useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, ImageVersionReference.Of(definition, number), ct));
}
