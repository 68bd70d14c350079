using Darkroom.Contracts.Problems;

namespace Darkroom.Core.Clouds;

/// <summary>Where a machine profile is captured from.</summary>
/// <param name="InstanceId">Set for an instance.</param>
/// <param name="LaunchTemplateId">Set for a template version.</param>
/// <param name="LaunchTemplateVersion">A number; an alias moves and is never kept.</param>
public sealed record MachineProfileSource(string? InstanceId, string? LaunchTemplateId, long? LaunchTemplateVersion);

/// <summary>Hardware properties captured from an instance or a launch template version. Null is "not said".</summary>
public sealed record MachineProfile
{
    public required MachineProfileSource Source { get; init; }
    public string? InstanceType { get; init; }
    public ProfilePlacement? Placement { get; init; }
    public ProfileMetadata? Metadata { get; init; }
    public bool? EbsOptimized { get; init; }
    public IReadOnlyList<ProfileVolume> Volumes { get; init; } = [];
    public IReadOnlyList<string> SecurityGroupIds { get; init; } = [];
    public IReadOnlyList<ProfileNic> Nics { get; init; } = [];

    /// <summary>Name or ARN.</summary>
    public string? InstanceProfile { get; init; }
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
    public ProfileCpu? Cpu { get; init; }

    /// <summary>standard or unlimited.</summary>
    public string? CpuCredits { get; init; }
    public bool? Hibernation { get; init; }
    public bool? Enclave { get; init; }

    /// <summary>default or disabled.</summary>
    public string? AutoRecovery { get; init; }
    public ProfilePrivateDns? PrivateDns { get; init; }

    /// <summary>default, vpc-1 or ebs-1.</summary>
    public string? BandwidthWeighting { get; init; }
    public bool? DisableApiStop { get; init; }
    public ProfileCapacityReservation? CapacityReservation { get; init; }
    public IReadOnlyList<string> LicenseConfigurationArns { get; init; } = [];

    /// <summary>E.g. spot; machines of a catalog may want it, a preparation never uses it.</summary>
    public string? MarketType { get; init; }

    /// <summary>Base64; kept for machines, set aside by a preparation, which brings its own.</summary>
    public string? UserData { get; init; }
    public string? KeyName { get; init; }
    public bool? Monitoring { get; init; }

    /// <summary>What the profile has and a managed instance can't carry, each naming the property.</summary>
    public IReadOnlyList<ProblemItemDto> Warnings { get; init; } = [];
}

public sealed record ProfilePlacement
{
    /// <summary>default, dedicated or host.</summary>
    public string? Tenancy { get; init; }
    public string? GroupId { get; init; }
    public string? GroupName { get; init; }
    public string? HostId { get; init; }
    public string? HostResourceGroupArn { get; init; }
    public string? Affinity { get; init; }
    public int? PartitionNumber { get; init; }
}

/// <summary>Options of the instance metadata service.</summary>
public sealed record ProfileMetadata
{
    /// <summary>optional or required; whatever it says, required is what is launched with.</summary>
    public string? HttpTokens { get; init; }
    public int? HttpPutResponseHopLimit { get; init; }

    /// <summary>enabled or disabled; disabled is refused.</summary>
    public string? HttpEndpoint { get; init; }
    public string? HttpProtocolIpv6 { get; init; }
    public string? InstanceMetadataTags { get; init; }
}

/// <summary>A block device; sizes in GiB, throughput in MiB/s.</summary>
public sealed record ProfileVolume
{
    public required string DeviceName { get; init; }
    public string? VolumeType { get; init; }
    public int? SizeGb { get; init; }
    public int? Iops { get; init; }
    public int? Throughput { get; init; }
    public bool? Encrypted { get; init; }
    public string? KmsKeyId { get; init; }
}

public sealed record ProfileNic
{
    public required int DeviceIndex { get; init; }
    public int? NetworkCardIndex { get; init; }
    public string? SubnetId { get; init; }
    public IReadOnlyList<string> SecurityGroupIds { get; init; } = [];
    public string? Description { get; init; }
    public string? InterfaceType { get; init; }
    public bool? AssociatePublicIpAddress { get; init; }
}

public sealed record ProfileCpu(int? CoreCount, int? ThreadsPerCore, string? AmdSevSnp);

public sealed record ProfilePrivateDns(string? HostnameType, bool? EnableResourceNameDnsARecord, bool? EnableResourceNameDnsAAAARecord);

public sealed record ProfileCapacityReservation(string? Preference, string? ReservationId, string? ResourceGroupArn);
