using Darkroom.Contracts.Problems;

namespace Darkroom.Core.Operations;

/// <summary>Kinds of log events; the step ones are the six of a saga log and a progress note.</summary>
public enum OperationEventKind
{
    Created, StepStarted, StepProgressed, StepSucceeded, StepFailed, StepDelayed,
    UndoStarted, UndoFinished, UndoFailed,
    CancelRequested, DiscardRequested, RetryRequested, HoldChanged, Held, Ended,
}

/// <summary>One line of an operation's append-only log.</summary>
public sealed class OperationEvent
{
    /// <summary>Grows along the whole table.</summary>
    public long Sequence { get; init; }
    public required Guid OperationId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required OperationEventKind Kind { get; init; }
    public string? Step { get; init; }
    public required int Attempt { get; init; }
    public required string Message { get; init; }
    public required int Progress { get; init; }

    /// <summary>JSON: a step's output; of a progress note the values that it is made of.</summary>
    public string? Payload { get; init; }
    public ProblemItemDto? Error { get; init; }
}
