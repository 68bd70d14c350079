using Darkroom.Core.Errors;

namespace Darkroom.Core.Operations;

/// <summary>One row of an operation's table.</summary>
/// <param name="Name">Unique in the table; part of references, so it never changes.</param>
/// <param name="Do">May run more than once and must then have the effect of once.</param>
/// <param name="TaskState">Shown by the cmdlets while the step runs (cmdlet reference).</param>
/// <param name="CurrentOperation">Shown by the cmdlets while the step runs (cmdlet reference).</param>
public sealed record Step(string Name, Func<StepContext, Task<StepResult>> Do, string TaskState, string CurrentOperation)
{
    /// <summary>Must accept that nobody knows whether Do happened; null when there is nothing to take back.</summary>
    public Func<StepContext, Task>? Undo { get; init; }

    /// <summary>How long the step may take, on the operation's clock.</summary>
    public Func<StepContext, TimeSpan> Deadline { get; init; } = _ => TimeSpan.FromMinutes(10);

    /// <summary>Raised when the deadline passes, over the step's name and the minutes it had.</summary>
    public ErrorDefinition DeadlineError { get; init; } = OperationErrors.StepTimedOut;

    /// <summary>The step a Retry starts at; null is this one.</summary>
    public string? RetryFrom { get; init; }

    /// <summary>Its share of the progress, relative to the others.</summary>
    public int Weight { get; init; } = 1;
}
