using Darkroom.Contracts.Problems;

namespace Darkroom.Contracts.Images;

/// <summary>A master or a prepared spec of an image version.</summary>
public sealed record ImageVersionSpecDto
{
    public required Guid ImageVersionSpecUid { get; init; }
    public required Guid ImageVersionUid { get; init; }
    public required int ImageVersionNumber { get; init; }
    public required Guid ImageDefinitionUid { get; init; }
    public required string ImageDefinitionName { get; init; }

    /// <summary>The unit the spec was made in.</summary>
    public required Guid HostingUnitUid { get; init; }
    public required string HostingUnitName { get; init; }

    /// <summary>True for every spec made by a preparation, whatever its state.</summary>
    public required bool IsPrepared { get; init; }
    public required PreparationType PreparationType { get; init; }

    /// <summary>The master spec of a prepared one; all zero on a master spec.</summary>
    public required Guid SourceImageVersionSpecUid { get; init; }

    /// <summary>Path of the master AMI relative to the hosting unit, with forward slashes.</summary>
    public required string MasterImagePath { get; init; }
    public required ImageVersionSpecStatus ImageVersionSpecStatus { get; init; }

    /// <summary>GB; 0 until known.</summary>
    public required int DiskSize { get; init; }

    /// <summary>Cloud id of the AMI: the master's, or the sealed one once it is captured.</summary>
    public string? ImageId { get; init; }
    public ImageSchemeDto? ImageScheme { get; init; }
    public ImageRuntimeInfoDto? ImageRuntimeInfo { get; init; }
    public required IReadOnlyList<ProblemItemDto> Errors { get; init; }
    public required IReadOnlyList<ProblemItemDto> Warnings { get; init; }
    public required IReadOnlyList<ImageVersionSpecHostingUnitDto> HostingUnits { get; init; }

    /// <summary>The operation that prepares or prepared it; null on a master spec, or when its record was removed.</summary>
    public Guid? OperationId { get; init; }

    /// <summary>What administrators keep beside it; at most 50 names.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }
    public required DateTimeOffset CreationTime { get; init; }
    public required long Version { get; init; }
}

/// <summary>The hardware a prepared spec was asked to have.</summary>
public sealed record ImageSchemeDto
{
    public required string MachineProfile { get; init; }

    /// <summary>Instance type, e.g. <c>t3.medium</c>.</summary>
    public required string ServiceOffering { get; init; }

    /// <summary>NIC index as a string to the path of its subnet.</summary>
    public required IReadOnlyDictionary<string, string> NetworkMapping { get; init; }
    public string? CustomProperties { get; init; }
}

/// <summary>What the guest reported about itself.</summary>
public sealed record ImageRuntimeInfoDto
{
    public string? OperatingSystem { get; init; }
    public string? OsBuild { get; init; }
    public string? AgentVersion { get; init; }
    public bool? McsIo { get; init; }
    public string? SessionSupport { get; init; }
    public string? IdentityJoinStatus { get; init; }

    /// <summary>Verified, Refuted or Unverified.</summary>
    public required string Verdict { get; init; }
}

/// <summary>Body of POST /image-definitions/{nameOrUid}/versions/{n}/master-specs.</summary>
public sealed record AddMasterSpecRequest
{
    /// <summary>Name or uid.</summary>
    public required string HostingUnit { get; init; }

    /// <summary><c>XDHyp:\HostingUnits\…\….template</c>, or the path relative to the unit.</summary>
    public required string MasterImagePath { get; init; }

    /// <summary>Names and values to keep beside it: at most 50, names of 100 and values of 1000 characters, no two names that differ in case alone.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>Body of POST /image-version-specs/{uid}/prepare and of …/prepare/checks; {uid} is the master spec.</summary>
public sealed record PrepareImageRequest
{
    /// <summary>Path of an instance or of a launch template version in the master spec's hosting unit. Nothing is prepared without one; a check tells so among the rest.</summary>
    public string? MachineProfile { get; init; }

    /// <summary>Instance type by name, id or path; null takes the profile's.</summary>
    public string? ServiceOffering { get; init; }

    /// <summary>NIC index as a string to the path of its subnet; null takes the unit's first subnet for NIC 0.</summary>
    public IReadOnlyDictionary<string, string>? NetworkMapping { get; init; }
    public string? CustomProperties { get; init; }

    /// <summary>Guest steps to leave out; an empty list leaves out none, null those of ImageManagementPrep_Excluded_Steps.</summary>
    public IReadOnlyList<GuestStep>? ExcludedSteps { get; init; }

    /// <summary>How long the guest may take, in minutes (5 to 1440); null takes ImageManagementPrep_PreparationTimeout, 60 unless it is set.</summary>
    public int? PreparationTimeoutMinutes { get; init; }

    /// <summary>
    /// A preparation that fails is held without end, with its instance: until Retry, Discard, the spec's removal, or a hold time that is set later. Not beside
    /// <see cref="HoldSeconds"/>.
    /// </summary>
    public bool KeepPreparationInstanceOnFailure { get; init; }

    /// <summary>How long a failed preparation is held, in seconds (0 undoes at once); null means an hour.</summary>
    public int? HoldSeconds { get; init; }

    /// <summary>Names and values to keep beside the prepared spec, and beside the operation as it begins: at most 50, names of 100 and values of 1000 characters, no two names that differ in case alone.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>Answer to a preparation that was started.</summary>
public sealed record PreparationStartedDto(Guid OperationId, Guid ImageVersionSpecUid);
