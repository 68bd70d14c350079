using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Contracts.Problems;

namespace Darkroom.Core.Images.Removal;

/// <summary>Everything that a removal needs to know; a Retry writes what the spec was by then.</summary>
public sealed record RemovalInput
{
    public required Guid SpecUid { get; init; }

    /// <summary>The version goes with the spec, and with it the master spec beside a prepared one.</summary>
    public required bool WithVersion { get; init; }

    /// <summary>Forgets the record and leaves what is in the cloud.</summary>
    public required bool PurgeDbOnly { get; init; }

    /// <summary>The shares go with the spec.</summary>
    public required bool WithShares { get; init; }

    /// <summary>Null where nothing was published.</summary>
    public string? ImageId { get; init; }
    public required IReadOnlyList<string> SnapshotIds { get; init; }

    /// <summary>The held preparation that is discarded first.</summary>
    public Guid? PreparationId { get; init; }

    /// <summary>What the spec goes back to while its image is certainly there.</summary>
    public required ImageVersionSpecStatus StatusBefore { get; init; }

    /// <summary>What the spec was of, for whoever asks when it is gone; null in what an older version wrote.</summary>
    public RemovedImageDto? Removed { get; init; }

    /// <summary>The spec was given back; from then on it may be another removal's.</summary>
    public bool IsGivenBack { get; init; }
}

/// <summary>Output of DeleteSnapshots.</summary>
public sealed record SnapshotsLeft(IReadOnlyList<SnapshotLeft> Snapshots);

/// <summary>A snapshot that the cloud didn't delete, and why.</summary>
public sealed record SnapshotLeft(string SnapshotId, ProblemItemDto Reason);
