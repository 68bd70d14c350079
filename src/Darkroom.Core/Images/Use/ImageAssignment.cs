namespace Darkroom.Core.Images.Use;

/// <summary>
/// A line of a provisioning scheme's image history. It refers to the spec by value and outlives it: a history tells of images that are gone.
/// </summary>
public sealed class ImageAssignment
{
    public Guid Uid { get; init; } = Guid.CreateVersion7();
    public required Guid ProvisioningSchemeUid { get; init; }

    /// <summary>The scheme's name, which is its catalog's.</summary>
    public required string ProvisioningSchemeName { get; set; }
    public required Guid HostingUnitUid { get; init; }
    public required Guid SpecUid { get; init; }

    /// <summary>The scheme makes machines of this image now; at most one of its lines is current.</summary>
    public required bool IsCurrent { get; set; }
    public DateTimeOffset AssignedAt { get; init; }
}

/// <summary>A machine and the spec that it runs on: that of its last start, whatever its scheme is assigned meanwhile.</summary>
public sealed class BootedMachine
{
    public Guid Uid { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public required Guid ProvisioningSchemeUid { get; init; }
    public required Guid HostingUnitUid { get; init; }
    public required Guid SpecUid { get; set; }
}
