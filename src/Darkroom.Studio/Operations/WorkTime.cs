using Darkroom.Contracts.Operations;

namespace Darkroom.Studio.Operations;

/// <summary>How long an operation has worked: the time of its steps, without that in which it waited for its turn, was held, or was taken back.</summary>
/// <param name="Done">Of the steps that are over.</param>
/// <param name="RunningSince">When the step that runs was begun; null while none does.</param>
public sealed record WorkTime(TimeSpan Done, DateTimeOffset? RunningSince)
{
    /// <summary>Half of all take longer than usual; what takes this much longer is worth being told.</summary>
    private const double Overdue = 1.5;

    public static WorkTime Of(OperationDto operation) => new(
        operation.Steps.Aggregate(TimeSpan.Zero, (sum, step) => sum + (step is { StartedAt: { } started, FinishedAt: { } finished } ? finished - started : TimeSpan.Zero)),
        operation.Steps.FirstOrDefault(IsRunning)?.StartedAt);

    public static WorkTime Of(OperationStepDto step) => step switch
    {
        { StartedAt: { } started, FinishedAt: { } finished } => new(finished - started, null),
        _ when IsRunning(step) => new(TimeSpan.Zero, step.StartedAt),
        _ => new(TimeSpan.Zero, null),
    };

    /// <summary>It goes on, and takes much longer than such work usually does.</summary>
    public bool IsOverdue(ExpectedTimeDto? usual, DateTimeOffset now) =>
        usual is not null && RunningSince is { } since && (Done + (now - since)).TotalSeconds > Overdue * usual.Seconds;

    private static bool IsRunning(OperationStepDto step) => step is { State: StepState.Running, StartedAt: not null, FinishedAt: null };
}
