using Amazon.EC2.Model;

namespace Darkroom.Aws.Profiles;

/// <summary>What AWS says about an instance, from the several calls it takes.</summary>
internal sealed record InstanceReading
{
    public required Instance Instance { get; init; }
    public required IReadOnlyList<Volume> Volumes { get; init; }

    /// <summary>Null when AWS no longer describes the type.</summary>
    public InstanceTypeInfo? Type { get; init; }

    /// <summary>Null for types that aren't burstable.</summary>
    public string? Credits { get; init; }
    public string? UserData { get; init; }
    public bool? DisableApiStop { get; init; }
    public bool? DisableApiTermination { get; init; }
    public string? ShutdownBehavior { get; init; }
}
