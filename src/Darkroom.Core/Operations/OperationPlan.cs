using Darkroom.Contracts.Operations;

namespace Darkroom.Core.Operations;

/// <summary>What an operation does next.</summary>
public abstract record Decision
{
    /// <summary>Nothing, until somebody asks.</summary>
    public sealed record Rest : Decision;

    /// <summary>Nothing, until a held operation's time is over.</summary>
    public sealed record RestUntil(DateTimeOffset Until) : Decision;

    public sealed record Begin : Decision;

    public sealed record RunStep(int Index) : Decision;

    public sealed record EndHold : Decision;

    public sealed record UndoStep(int Index) : Decision;

    public sealed record FinishUndo(bool Stuck) : Decision;
}

/// <summary>Pure: the row and the folded log in, the next decision out.</summary>
public static class OperationPlan
{
    public static Decision Next(Operation operation, IReadOnlyList<StepRecord> steps, DateTimeOffset now) => operation.State switch
    {
        OperationState.Pending => new Decision.Begin(),
        OperationState.Running => NextStep(steps),
        OperationState.Undoing => NextUndo(operation.UndoFrom, steps),
        OperationState.Held when operation.HeldUntil is { } until => until <= now ? new Decision.EndHold() : new Decision.RestUntil(until),
        _ => new Decision.Rest(),
    };

    private static Decision NextStep(IReadOnlyList<StepRecord> steps)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].State != StepState.Succeeded)
            {
                return new Decision.RunStep(i);
            }
        }

        return new Decision.Rest();
    }

    private static Decision NextUndo(int undoFrom, IReadOnlyList<StepRecord> steps)
    {
        for (var i = steps.Count - 1; i >= undoFrom; i--)
        {
            if (steps[i].NeedsUndo)
            {
                return new Decision.UndoStep(i);
            }
        }

        return new Decision.FinishUndo(steps.Any(step => step.State == StepState.UndoFailed));
    }
}
