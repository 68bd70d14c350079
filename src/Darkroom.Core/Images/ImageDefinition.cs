using Darkroom.Contracts.Images;
using Darkroom.Core.Storage;

namespace Darkroom.Core.Images;

/// <summary>A name, an OS type, a session support; groups versions; bound to connections.</summary>
public sealed class ImageDefinition : IVersioned, INamed
{
    public Guid Uid { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public string NameKey { get; set; } = "";
    public string Description { get; set; } = "";
    public required OsType OsType { get; init; }
    public required SessionSupport SessionSupport { get; init; }

    /// <summary>The highest number ever given; numbers are never reused.</summary>
    public int LatestVersion { get; set; }
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = UseCases.Metadata.None;
    public DateTimeOffset CreatedAt { get; init; }
    public long Version { get; set; } = 1;
}

/// <summary>The binding of a definition to a connection.</summary>
public sealed class ImageDefinitionConnection
{
    public required Guid DefinitionUid { get; init; }
    public required Guid ConnectionUid { get; init; }
    public string? CustomProperties { get; set; }
}
