using Darkroom.Contracts.Problems;

namespace Darkroom.Contracts.Images;

/// <summary>A hosting unit in which a spec may be used: the one it was made in, or one it is shared to.</summary>
public sealed record ImageVersionSpecHostingUnitDto
{
    public required Guid ImageVersionSpecUid { get; init; }
    public required Guid HostingUnitUid { get; init; }
    public required string HostingUnitName { get; init; }
    public required Guid HypervisorConnectionUid { get; init; }
    public required string HypervisorConnectionName { get; init; }

    /// <summary>The spec was made here.</summary>
    public required bool IsPrimary { get; init; }

    /// <summary>Of the primary unit the spec's own state.</summary>
    public required ImageShareStatus Status { get; init; }
    public required IReadOnlyList<ProblemItemDto> Errors { get; init; }

    /// <summary>What was checked for the share; empty of the primary unit, and until the checks are made.</summary>
    public required IReadOnlyList<ImageCheckDto> Checks { get; init; }

    /// <summary>The latest operation on the share; null of the primary unit.</summary>
    public Guid? OperationId { get; init; }
    public DateTimeOffset? SharedAt { get; init; }
    public required long Version { get; init; }
}

/// <summary>Body of POST /image-version-specs/{uid}/hosting-units and of …/hosting-units/checks.</summary>
public sealed record ShareImageRequest
{
    /// <summary>Name or uid of the unit to share to.</summary>
    public required string HostingUnit { get; init; }
}

/// <summary>Answer to a share or its removal that was started.</summary>
public sealed record ImageShareStartedDto(Guid OperationId, Guid ImageVersionSpecUid, Guid HostingUnitUid);

/// <summary>What a share would meet now.</summary>
public sealed record ImageShareChecksDto
{
    public required Guid ImageVersionSpecUid { get; init; }
    public required Guid HostingUnitUid { get; init; }
    public required string HostingUnitName { get; init; }

    /// <summary>No check failed.</summary>
    public required bool CanBeShared { get; init; }
    public required IReadOnlyList<ImageCheckDto> Checks { get; init; }
}
