using Darkroom.Contracts.Problems;

namespace Darkroom.Contracts.Images;

/// <summary>What becomes of the shares of a spec that is removed.</summary>
public enum SharesOnRemoval
{
    /// <summary>They stand in the way.</summary>
    Keep,

    /// <summary>They are removed by the same operation.</summary>
    Remove,
}

/// <summary>What becomes of the specs of a version that is removed.</summary>
public enum SpecsOnRemoval
{
    /// <summary>They stand in the way.</summary>
    Keep,

    /// <summary>They are removed by the same operation, with image and snapshots.</summary>
    Remove,
}

/// <summary>Answer to the removal of a version with its specs that was started.</summary>
public sealed record ImageVersionRemovalStartedDto(Guid OperationId, Guid ImageVersionUid);

/// <summary>Answer to the removal of a spec that was started.</summary>
public sealed record SpecRemovalStartedDto(Guid OperationId, Guid ImageVersionSpecUid);

/// <summary>A snapshot of a removed image that the cloud hasn't deleted yet; it is tried again with every sweep.</summary>
public sealed record PendingImageDeletionDto
{
    public required Guid Uid { get; init; }
    public required string SnapshotId { get; init; }

    /// <summary>The image that it belonged to, which is gone.</summary>
    public required string ImageId { get; init; }
    public required string ImageDefinitionName { get; init; }
    public required int ImageVersionNumber { get; init; }

    /// <summary>The unit that the image was prepared in; it can't be removed before this is gone or forced.</summary>
    public required Guid HostingUnitUid { get; init; }
    public required string HostingUnitName { get; init; }

    /// <summary>Why it couldn't be deleted the last time.</summary>
    public required ProblemItemDto Reason { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset LastTriedAt { get; init; }
    public required int Attempts { get; init; }
}
