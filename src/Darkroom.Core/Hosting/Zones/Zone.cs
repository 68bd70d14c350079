using Darkroom.Core.Storage;

namespace Darkroom.Core.Hosting;

/// <summary>A zone of the site. Connections say which one they belong to.</summary>
public sealed class Zone : INamed
{
    public Guid Uid { get; init; } = Guid.CreateVersion7();
    public required string Name { get; init; }
    public string NameKey { get; set; } = "";
    public required string Description { get; init; }
    public required bool IsPrimary { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}
