using Darkroom.Contracts.Images;

namespace Darkroom.Core.Images.Overview;

/// <summary>What has a text: definitions in name or description, versions in their description, specs in the id of their image, and masters in its path.</summary>
public sealed record ImageHits(IReadOnlyList<ImageDefinitionDto> Definitions, IReadOnlyList<ImageVersionDto> Versions, IReadOnlyList<ImageVersionSpecDto> Specs);
