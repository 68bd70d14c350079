using Darkroom.Core.Errors;
using Darkroom.Core.Storage;

namespace Darkroom.Core.Operations;

/// <summary>What a step's Do came to.</summary>
public abstract record StepResult
{
    /// <summary>The step is done; <paramref name="output"/> goes into the log, <paramref name="apply"/> into the same transaction.</summary>
    public static StepResult Done(object? output = null, Func<DarkroomDb, Task>? apply = null) => new Completed(output, apply);

    /// <summary>Not yet: Do is called again after this time, on the operation's clock.</summary>
    public static StepResult Wait(TimeSpan delay) => new Waiting(delay);

    /// <summary>The step failed for good; <paramref name="apply"/> goes into the same transaction, <paramref name="output"/> into the log.</summary>
    public static StepResult Fail(IReadOnlyList<Error> errors, Func<DarkroomDb, Task>? apply = null, object? output = null) => new Failure(errors, apply, output);

    internal sealed record Completed(object? Output, Func<DarkroomDb, Task>? Apply) : StepResult;

    internal sealed record Waiting(TimeSpan Delay) : StepResult;

    internal sealed record Failure(IReadOnlyList<Error> Errors, Func<DarkroomDb, Task>? Apply, object? Output) : StepResult;
}
