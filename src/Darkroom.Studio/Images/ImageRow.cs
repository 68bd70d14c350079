using Darkroom.Contracts.Images;

namespace Darkroom.Studio.Images;

/// <summary>A line of the grid of images: a definition, or below it one of its versions.</summary>
/// <param name="Version">Null on a definition's own line.</param>
/// <param name="Specs">Of the version; on a definition's line those of its newest version.</param>
/// <param name="IsOpen">The definition shows its versions.</param>
public sealed record ImageRow(ImageDefinitionDto Definition, ImageVersionDto? Version, IReadOnlyList<ImageVersionSpecDto> Specs, bool IsOpen)
{
    public string Address => Version is null ? AddressOf(Definition.ImageDefinitionUid) : AddressOf(Definition.ImageDefinitionUid, Version.ImageVersionNumber);

    public ImageVersionSpecDto? Prepared => Specs.FirstOrDefault(spec => spec.IsPrepared);

    public ImageVersionSpecDto? Master => Specs.FirstOrDefault(spec => !spec.IsPrepared);

    public static string AddressOf(Guid definition, int? number = null) => number is { } given ? $"/images/{definition}/{given}" : $"/images/{definition}";
}
