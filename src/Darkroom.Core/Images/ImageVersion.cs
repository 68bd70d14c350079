using Darkroom.Core.Storage;

namespace Darkroom.Core.Images;

/// <summary>A number inside a definition.</summary>
public sealed class ImageVersion : IVersioned
{
    public Guid Uid { get; init; } = Guid.CreateVersion7();
    public required Guid DefinitionUid { get; init; }
    public required int Number { get; init; }
    public string Description { get; set; } = "";
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = UseCases.Metadata.None;
    public DateTimeOffset CreatedAt { get; init; }
    public long Version { get; set; } = 1;
}
