using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;

namespace Darkroom.Contracts.Operations;

/// <summary>Where an operation stands.</summary>
public enum OperationState
{
    Pending, Running,

    /// <summary>A cancel, discard or retry takes back what was made.</summary>
    Undoing,

    /// <summary>Failed; what was made stays until Retry, Discard or the end of the hold time.</summary>
    Held,
    Succeeded,

    /// <summary>Failed and undone.</summary>
    Failed,

    /// <summary>Cancelled and undone.</summary>
    Canceled,

    /// <summary>An undo failed: a person has to look at what is left.</summary>
    Stuck,
}

/// <summary>State of one step in the current attempt.</summary>
public enum StepState { Waiting, Running, Succeeded, Failed, Undoing, Undone, UndoFailed }

/// <summary>One durable piece of work; the cmdlets call it a task.</summary>
public sealed record OperationDto
{
    public required Guid OperationId { get; init; }

    /// <summary>E.g. <c>PrepareImage</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Type of the task that the cmdlets show, e.g. <c>NewProvImageVersionSpec</c>.</summary>
    public required string TaskType { get; init; }
    public required OperationState State { get; init; }
    public required string TaskState { get; init; }
    public required string CurrentOperation { get; init; }

    /// <summary>0 to 100.</summary>
    public required int Progress { get; init; }
    public required int Attempt { get; init; }
    public required string Title { get; init; }
    public Guid? SubjectUid { get; init; }

    /// <summary>The prepared spec that it works on; null when it works on something else, or the spec is gone.</summary>
    public OperationImageDto? Image { get; init; }

    /// <summary>The hosting unit that it works in: of a share, the one that the spec is shared to. Null when the unit is gone.</summary>
    public Guid? HostingUnitUid { get; init; }
    public string? HostingUnitName { get; init; }

    /// <summary>What a removal was asked for; null of any other operation.</summary>
    public OperationRemovalDto? Removal { get; init; }

    /// <summary>What a removal removes, also when it is gone; null of any other operation.</summary>
    public RemovedImageDto? Removed { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }
    public required DateTimeOffset LastUpdateAt { get; init; }

    /// <summary>When a held operation is undone by itself; null while not held or held without end.</summary>
    public DateTimeOffset? HeldUntil { get; init; }
    public required bool CanCancel { get; init; }
    public required bool CanRetry { get; init; }
    public required bool CanDiscard { get; init; }
    public ProblemItemDto? Error { get; init; }

    /// <summary>Everything that it failed for, the error first; empty where there is none.</summary>
    public required IReadOnlyList<ProblemItemDto> Errors { get; init; }

    /// <summary>What a preparation or a share was checked for and what each check came to; empty of any other operation, and until the checks are made.</summary>
    public required IReadOnlyList<ImageCheckDto> Checks { get; init; }

    /// <summary>Of a preparation the warnings of its spec, of a share what couldn't be checked.</summary>
    public required IReadOnlyList<ProblemItemDto> Warnings { get; init; }
    public required IReadOnlyList<OperationStepDto> Steps { get; init; }

    /// <summary>How long all steps together usually take. Only where one operation is read; null in lists, and where none like it has succeeded yet.</summary>
    public ExpectedTimeDto? Expected { get; init; }

    /// <summary>What the guest of a preparation says; null of any other operation, and until there is a guest.</summary>
    public OperationGuestDto? Guest { get; init; }

    /// <summary>Resources of unknown fate or left behind, with what is known of each.</summary>
    public required IReadOnlyList<LeftoverDto> Leftovers { get; init; }
    public required string StartedBy { get; init; }

    /// <summary>What administrators keep beside it; at most 50 names.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }
    public required long Version { get; init; }
}

/// <summary>What the removal of a spec was asked for.</summary>
/// <param name="PurgeDbOnly">The record is forgotten and what is in the account stays.</param>
/// <param name="WithShares">The shares go with the spec.</param>
/// <param name="WithVersion">The version goes with the spec.</param>
/// <param name="ImageId">The prepared AMI, which is deregistered unless only the record is forgotten; null where none was made.</param>
/// <param name="SnapshotIds">That image's snapshots, which go with it.</param>
/// <param name="PreparationId">The held preparation that is discarded first; null where there is none.</param>
public sealed record OperationRemovalDto(bool PurgeDbOnly, bool WithShares, bool WithVersion, string? ImageId, IReadOnlyList<string> SnapshotIds, Guid? PreparationId);

/// <summary>What a removed spec was of, as it was when its removal began.</summary>
public sealed record RemovedImageDto(
    Guid ImageDefinitionUid, string ImageDefinitionName, Guid ImageVersionUid, int ImageVersionNumber, string HostingUnitName);

/// <summary>One row of the operation's step table with its state.</summary>
public sealed record OperationStepDto
{
    public required string Name { get; init; }
    public required StepState State { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }
    public string? LastEvent { get; init; }

    /// <summary>How long the step usually takes. Only where one operation is read; null in lists, and where none like it has succeeded yet.</summary>
    public ExpectedTimeDto? Expected { get; init; }
    public ProblemItemDto? Error { get; init; }
}

/// <summary>A cloud resource that the operation made and that is still there.</summary>
public sealed record LeftoverDto(string Kind, string? ResourceId, string Reference, string Step);

/// <summary>One line of the operation's log.</summary>
public sealed record OperationEventDto
{
    /// <summary>Grows along the log; the id of the server-sent event.</summary>
    public required long Sequence { get; init; }
    public required Guid OperationId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Kind { get; init; }
    public string? Step { get; init; }
    public required int Attempt { get; init; }
    public required string Message { get; init; }
    public required int Progress { get; init; }
    public ProblemItemDto? Error { get; init; }
}

/// <summary>Body of POST /operations/{id}/retry; without members the failed step is tried again.</summary>
public sealed record RetryOperationRequest
{
    public string? MachineProfile { get; init; }
    public string? ServiceOffering { get; init; }
    public IReadOnlyDictionary<string, string>? NetworkMapping { get; init; }

    /// <summary>Another AMI; it replaces the version's master spec.</summary>
    public string? MasterImagePath { get; init; }
}

/// <summary>Body of PATCH /operations/{id}/metadata.</summary>
public sealed record UpdateOperationMetadataRequest
{
    /// <summary>A value sets its name, null removes it, and names that aren't here stay as they are. The bounds are those of all metadata.</summary>
    public required IReadOnlyDictionary<string, string?> Metadata { get; init; }
}

/// <summary>Body of POST /operations/{id}/hold.</summary>
public sealed record HoldOperationRequest
{
    /// <summary>From now; null holds without end.</summary>
    public int? HoldSeconds { get; init; }
}
