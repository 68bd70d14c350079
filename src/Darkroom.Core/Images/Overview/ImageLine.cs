using Darkroom.Contracts.Images;

namespace Darkroom.Core.Images.Overview;

/// <summary>A line of the list of images: a definition, or below it one of its versions.</summary>
/// <param name="Version">Null on a definition's own line.</param>
/// <param name="Specs">Of the version; on the line of a closed definition those of its newest version.</param>
/// <param name="IsOpen">The definition shows its versions.</param>
public sealed record ImageLine(ImageDefinitionDto Definition, ImageVersionDto? Version, IReadOnlyList<ImageVersionSpecDto> Specs, bool IsOpen);

/// <summary>A part of the list of images.</summary>
/// <param name="Count">Lines of the whole list.</param>
public sealed record ImageLines(IReadOnlyList<ImageLine> Items, int Count);
