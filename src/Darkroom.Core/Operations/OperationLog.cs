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

    /// <summary>When it came to its own end, or its undo cut it short; how long that took is not the step's time.</summary>
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

    /// <summary>For those who look: what was taken back before the last attempt began, and wasn't come to again, waits for its turn.</summary>
    public static IEnumerable<StepRecord> InLastAttempt(IReadOnlyList<StepRecord> steps, IEnumerable<OperationEvent> events)
    {
        var starts = events.Where(e => e.Kind == OperationEventKind.StepStarted).ToList();
        var began = starts.Find(e => e.Attempt == starts[^1].Attempt)?.Sequence ?? 0;
        var takenBackSince = events.Where(e => e.Kind == OperationEventKind.UndoFinished && e.Sequence > began).Select(e => e.Step).ToHashSet();
        return steps.Select(step => step.State == StepState.Undone && !takenBackSince.Contains(step.Name) ? new StepRecord(step.Name) : step);
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
        OperationEventKind.UndoStarted => record with { State = StepState.Undoing, UndoStartedAt = e.At, FinishedAt = record.FinishedAt ?? e.At, LastMessage = e.Message },
        OperationEventKind.UndoFinished => record with { State = StepState.Undone, FinishedAt = record.FinishedAt ?? e.At, LastMessage = e.Message },
        OperationEventKind.UndoFailed => record with { State = StepState.UndoFailed, FinishedAt = record.FinishedAt ?? e.At, Error = e.Error, LastMessage = e.Message },
        _ => record with { LastMessage = e.Message },
    };
}
