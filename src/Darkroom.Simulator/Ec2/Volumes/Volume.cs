using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2.Volumes;

/// <summary>A volume of an instance.</summary>
internal sealed class Volume(string id, DateTimeOffset createdAt, string zone, VolumeShape shape) : Resource(id, createdAt)
{
    public override string Kind => "volume";

    public override string Status => InstanceId is null ? "available" : "in-use";

    public string Zone { get; } = zone;

    public VolumeShape Shape { get; } = shape;

    public required string DeviceName { get; init; }

    public bool DeleteOnTermination { get; init; }

    /// <summary>The instance it is attached to; null once that is terminated and the volume was to stay.</summary>
    public string? InstanceId { get; set; }

    public string? SnapshotId { get; init; }
}

/// <summary>What a volume is made of. Size in GiB, throughput in MiB/s.</summary>
internal sealed record VolumeShape(int Size, string Type, int? Iops, int? Throughput, bool Encrypted, string? KmsKeyId);
