using Darkroom.Contracts.Operations;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Storage;

namespace Darkroom.Core.Operations;

/// <summary>
/// One durable piece of work: the state row beside its log. <see cref="Version"/> is the fence: whoever writes bumps
/// it, and a runner whose version is stale makes no further cloud call and no further write.
/// </summary>
public sealed class Operation : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Name of the definition, e.g. <c>PrepareImage</c>.</summary>
    public required string Kind { get; init; }
    public required string Title { get; set; }
    public OperationState State { get; set; } = OperationState.Pending;

    /// <summary>JSON of the definition's input.</summary>
    public required string Input { get; set; }

    /// <summary>Raised by each Retry, never by a repeat after a crash.</summary>
    public int Attempt { get; set; } = 1;

    /// <summary>0 to 100.</summary>
    public int Progress { get; set; }
    public string? CurrentStep { get; set; }

    /// <summary>While undoing: the first step that is taken back.</summary>
    public int UndoFrom { get; set; }

    /// <summary>While undoing: what follows.</summary>
    public AfterUndo AfterUndo { get; set; }
    public ProblemItemDto? Error { get; set; }
    public string? TaskState { get; set; }
    public DateTimeOffset? HeldUntil { get; set; }

    /// <summary>Seconds a failure is held: 0 undoes at once, null holds without end.</summary>
    public int? HoldSeconds { get; set; }
    public Guid? SubjectUid { get; init; }
    public Guid? ConnectionUid { get; init; }
    public Guid? HostingUnitUid { get; init; }
    public required string StartedBy { get; init; }
    public Guid? LoggingId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? StartedAt { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>When its record was removed; the row stays for the sweep, which has to know whose the tags in an account are.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
    public long Version { get; set; } = 1;

    public bool IsEnded => HasEnded(State);

    /// <summary>Nothing goes on or will by itself; a held operation hasn't ended.</summary>
    public static bool HasEnded(OperationState state) =>
        state is OperationState.Succeeded or OperationState.Failed or OperationState.Canceled or OperationState.Stuck;
}

/// <summary>What follows when everything that had to be undone is undone.</summary>
public enum AfterUndo { EndFailed, EndCanceled, RunAgain }
