using Darkroom.Contracts;
using Darkroom.Contracts.Operations;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.Tasks;

/// <summary>An operation of the server's as scripts know it. Times are local.</summary>
public class ProvTask
{
    internal ProvTask(OperationDto operation, string host)
    {
        TaskId = operation.OperationId;
        TaskType = Enum.TryParse<ProvTaskType>(operation.TaskType, out var type) ? type : ProvTaskType.Unknown;
        Active = operation.State.IsActive();
        Host = host;
        TaskState = Enum.TryParse<ProvTaskState>(operation.TaskState, out var state) ? state : Active ? ProvTaskState.Processing : ProvTaskState.ConfigurationError;
        TaskStateInformation = Information(operation);
        CurrentOperation = Active ? operation.CurrentOperation : "";
        TaskProgress = operation.Progress;
        DateStarted = (operation.StartedAt ?? operation.CreatedAt).LocalDateTime;
        LastUpdateTime = operation.LastUpdateAt.LocalDateTime;
        DateFinished = Active ? default : (operation.FinishedAt ?? operation.LastUpdateAt).LocalDateTime;
        TerminatingError = operation.Error is { } error && !Active ? new TaskTerminatingError(error) : null;
        Metadata = [.. operation.Metadata.Select(entry => new TaskMetadata(entry.Key, entry.Value))];
    }

    public Guid TaskId { get; }

    public ProvTaskType TaskType { get; }

    /// <summary>The same as TaskType.</summary>
    public ProvTaskType Type => TaskType;

    /// <summary>At work. A failed task that the server holds for a Retry isn't.</summary>
    public bool Active { get; }

    /// <summary>The server that was asked.</summary>
    public string Host { get; }

    public ProvTaskStatus Status => Active ? ProvTaskStatus.Running : ProvTaskStatus.Finished;

    public ProvWorkflowStatus WorkflowStatus => Active ? ProvWorkflowStatus.Running : ProvWorkflowStatus.Completed;

    public ProvTaskState TaskState { get; }

    /// <summary>The last event while it works, why it failed, or that it is completed.</summary>
    public string TaskStateInformation { get; }

    /// <summary>Empty once it has ended.</summary>
    public string CurrentOperation { get; }

    /// <summary>0 to 100.</summary>
    public int TaskProgress { get; }

    /// <summary>As far as the progress so far tells; null before there is any, and once it has ended.</summary>
    public DateTime? TaskExpectedCompletion =>
        Active && TaskProgress > 0 ? DateStarted + ((LastUpdateTime - DateStarted) * (100.0 / TaskProgress)) : null;

    public DateTime DateStarted { get; }

    public DateTime LastUpdateTime { get; }

    /// <summary>0001-01-01 while it works.</summary>
    public DateTime DateFinished { get; }

    /// <summary>Seconds from its start to its end, or to the last that was heard of it.</summary>
    public int ActiveElapsedTime => (int)((Active ? LastUpdateTime : DateFinished) - DateStarted).TotalSeconds;

    public TaskTerminatingError? TerminatingError { get; }

    public TaskMetadata[] Metadata { get; }

    /// <summary>The task of an operation, with the members of its type.</summary>
    /// <param name="host">The server that was asked.</param>
    internal static ProvTask Of(OperationDto operation, string host) =>
        operation.TaskType switch
        {
            nameof(ProvTaskType.NewProvImageVersionSpec) => new ImagePreparationTask(operation, host),
            nameof(ProvTaskType.RemoveProvImageVersionSpec) => new ImageRemovalTask(operation, host),
            nameof(ProvTaskType.AddProvImageVersionSpecHostingUnit) or nameof(ProvTaskType.RemoveProvImageVersionSpecHostingUnit) =>
                new ImageSharingTask(operation, host),
            _ => new ProvTask(operation, host),
        };

    private static string Information(OperationDto operation) => operation switch
    {
        { State: OperationState.Succeeded } => "Completed",
        { Error: { } cause } when !operation.State.IsActive() && cause.InTaskWords() is var error => string.IsNullOrEmpty(error.Detail) ? error.Message : $"{error.Message} Cause: {error.Detail}",
        _ => operation.Steps.LastOrDefault(step => step.LastEvent is not null) is { } step ? $"{PlainWords.Of(step.Name)}: {step.LastEvent}" : "",
    };
}
