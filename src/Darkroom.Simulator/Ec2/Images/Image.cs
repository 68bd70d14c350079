using Darkroom.Simulator.Ec2.Volumes;
using Darkroom.Simulator.Guests;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2.Images;

/// <summary>A machine image.</summary>
internal sealed class Image(string id, DateTimeOffset createdAt, string name, string ownerId) : Resource(id, createdAt)
{
    public override string Kind => "image";

    public override string Status => Available ? "available" : "pending";

    public string Name { get; } = name;

    public string OwnerId { get; } = ownerId;

    public string? OwnerAlias { get; init; }

    public bool Public { get; init; }

    public string Description { get; set; } = "";

    public bool Available { get; set; }

    public required string PlatformDetails { get; init; }

    public required string Architecture { get; init; }

    public required string RootDeviceName { get; init; }

    public string BootMode { get; init; } = "uefi";

    public string? TpmSupport { get; init; }

    public required IReadOnlyList<ImageDevice> Devices { get; init; }

    /// <summary><c>v2.0</c> when launches must use IMDSv2; it can't be taken back.</summary>
    public string? ImdsSupport { get; set; }

    public ImageProtection Protection { get; set; }

    /// <summary>The end of a cooldown, once its protection was taken off.</summary>
    public DateTimeOffset? ProtectedUntil { get; set; }

    public string? SourceInstanceId { get; init; }

    public string? SourceImageId { get; init; }

    /// <summary>What is inside; null for an image whose guest does nothing of interest.</summary>
    public GuestFacts? Guest { get; init; }

    /// <summary>EC2's short platform: <c>windows</c> or nothing.</summary>
    public string? Platform => PlatformDetails.StartsWith("Windows", StringComparison.Ordinal) ? "windows" : null;

    public string UsageOperation => Platform is null ? "RunInstances" : "RunInstances:0002";
}

/// <summary>Protection of an image from deregistration.</summary>
internal enum ImageProtection { None, WithoutCooldown, WithCooldown }

/// <summary>A block device of an image and the snapshot it is made from.</summary>
internal sealed record ImageDevice(string DeviceName, string SnapshotId, VolumeShape Shape, bool DeleteOnTermination);
