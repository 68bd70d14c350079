using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2.Snapshots;

/// <summary>A snapshot of a volume; it belongs to the Region, not to a zone.</summary>
internal sealed class Snapshot(string id, DateTimeOffset createdAt, string volumeId, int size, bool encrypted, string? kmsKeyId, string ownerId)
    : Resource(id, createdAt)
{
    public override string Kind => "snapshot";

    public override string Status => CompletedAt is null ? "pending" : "completed";

    public string VolumeId { get; } = volumeId;

    /// <summary>The volume's size in GiB.</summary>
    public int Size { get; } = size;

    public bool Encrypted { get; } = encrypted;

    public string? KmsKeyId { get; } = kmsKeyId;

    public string OwnerId { get; } = ownerId;

    public string Description { get; init; } = "";

    public DateTimeOffset? CompletedAt { get; set; }
}
