using Darkroom.Contracts.Operations;
using Darkroom.Contracts.Problems;

namespace Darkroom.Core.Operations;

/// <summary>The state of one step, folded from the log.</summary>
public sealed record StepRecord(string Name)
{
    public StepState State { get; init; } = StepState.Waiting;

    /// <summary>The attempt it was last started under; references of that attempt find what it made.</summary>
    public int Attempt { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }
    public DateTimeOffset? UndoStartedAt { get; init; }

    /// <summary>JSON, kept through the undo.</summary>
    public string? Output { get; init; }
    public string? LastMessage { get; init; }
    public ProblemItemDto? Error { get; init; }

    /// <summary>Something may exist that its undo would take back.</summary>
    public bool NeedsUndo => State is StepState.Running or StepState.Succeeded or StepState.Failed or StepState.Undoing;
}

/// <summary>Folds an operation's events into the states of its steps.</summary>
public static class OperationLog
{
    public static IReadOnlyList<StepRecord> Fold(IReadOnlyList<Step> steps, IEnumerable<OperationEvent> events)
    {
        var records = steps.ToDictionary(step => step.Name, step => new StepRecord(step.Name));
        foreach (var e in events)
        {
            if (e.Step is not null)
            {
                records[e.Step] = Apply(records[e.Step], e);
            }
            else if (e.Kind is OperationEventKind.DiscardRequested or OperationEventKind.CancelRequested)
            {
                foreach (var stuck in records.Values.Where(r => r.State == StepState.UndoFailed).ToList())
                {
                    records[stuck.Name] = stuck with { State = StepState.Failed };
                }
            }
        }

        return [.. steps.Select(step => records[step.Name])];
    }

    private static StepRecord Apply(StepRecord record, OperationEvent e) => e.Kind switch
    {
        OperationEventKind.StepStarted => new StepRecord(record.Name)
        {
            State = StepState.Running,
            Attempt = e.Attempt,
            StartedAt = e.At,
            LastMessage = e.Message,
        },
        OperationEventKind.StepSucceeded => record with
        {
            State = StepState.Succeeded,
            FinishedAt = e.At,
            Output = e.Payload,
            LastMessage = e.Message,
        },
        OperationEventKind.StepFailed => record with
        {
            State = StepState.Failed,
            FinishedAt = e.At,
            Output = e.Payload,
            Error = e.Error,
            LastMessage = e.Message,
        },
        OperationEventKind.UndoStarted => record with { State = StepState.Undoing, UndoStartedAt = e.At, LastMessage = e.Message },
        OperationEventKind.UndoFinished => record with { State = StepState.Undone, FinishedAt = e.At, LastMessage = e.Message },
        OperationEventKind.UndoFailed => record with { State = StepState.UndoFailed, FinishedAt = e.At, Error = e.Error, LastMessage = e.Message },
        _ => record with { LastMessage = e.Message },
    };
}
