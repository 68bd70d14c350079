namespace Darkroom.Core.Clouds;

/// <summary>An image that is to be used in another hosting unit of its account and Region, for the check before it.</summary>
public sealed record SharingPlan
{
    public required string ImageId { get; init; }
    public required IReadOnlyList<string> SnapshotIds { get; init; }

    /// <summary>The hardware that the image was prepared for.</summary>
    public required MachineProfile Profile { get; init; }
    public required string InstanceType { get; init; }
    public required string VpcId { get; init; }
    public required string Zone { get; init; }
    public required IReadOnlyList<string> SubnetIds { get; init; }
}
