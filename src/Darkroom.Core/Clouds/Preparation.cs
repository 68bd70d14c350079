using Darkroom.Contracts.Images;

namespace Darkroom.Core.Clouds;

/// <summary>What a preparation is going to do, for the check before it.</summary>
public sealed record PreparationPlan
{
    public required string MasterImageId { get; init; }
    public required OsType OsType { get; init; }

    /// <summary>Null where none was found; what needs it is left out.</summary>
    public required MachineProfile? Profile { get; init; }

    /// <summary>Null where none was found; what needs it is left out.</summary>
    public required string? InstanceType { get; init; }
    public required string VpcId { get; init; }
    public required string Zone { get; init; }

    /// <summary>By NIC index; those that weren't found are left out.</summary>
    public required IReadOnlyList<string> SubnetIds { get; init; }
}

/// <summary>A preparation instance to start: IMDSv2 required, isolated, every volume deleted on termination.</summary>
public sealed record PreparationInstance
{
    /// <summary>Derived from operation, step and attempt; the cloud answers the same token with the same instance.</summary>
    public required string Token { get; init; }
    public required string Name { get; init; }
    public required string ImageId { get; init; }
    public required string InstanceType { get; init; }
    public required MachineProfile Profile { get; init; }
    public required string Zone { get; init; }
    public required IReadOnlyList<string> SubnetIds { get; init; }
    public required string IsolationGroupId { get; init; }
    public required OsType OsType { get; init; }

    /// <summary>Plain text of the guest script; the platform encodes it.</summary>
    public required string UserData { get; init; }
    public required ResourceTags Tags { get; init; }
}

/// <summary>States of an instance.</summary>
public enum InstanceState { Pending, Running, Stopping, Stopped, ShuttingDown, Terminated }

/// <summary>State of an instance with the cloud's reason, empty where it gives none.</summary>
public sealed record InstanceStatus(string InstanceId, InstanceState State, string Reason);
