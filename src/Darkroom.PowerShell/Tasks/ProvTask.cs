using Darkroom.Contracts.Operations;

namespace Darkroom.PowerShell.Tasks;

/// <summary>An operation of the server's, as the cmdlets show it. A held operation has ended, as far as a task is concerned.</summary>
public class ProvTask
{
    internal ProvTask(OperationDto operation, string host)
    {
        TaskId = operation.OperationId;
        TaskType = operation.TaskType;
        Active = operation.State is OperationState.Pending or OperationState.Running or OperationState.Undoing;
        Host = host;
        TaskState = operation.TaskState;
        TaskStateInformation = operation.Error is { } error ? $"{error.Code}: {error.Message}"
            : operation.State == OperationState.Succeeded ? "Completed"
            : operation.Steps.LastOrDefault(step => step.LastEvent is not null)?.LastEvent ?? "";
        CurrentOperation = operation.CurrentOperation;
        TaskProgress = operation.Progress;
        DateStarted = (operation.StartedAt ?? operation.CreatedAt).LocalDateTime;
        LastUpdateTime = operation.LastUpdateAt.LocalDateTime;
        DateFinished = Active ? DateTime.MinValue : (operation.FinishedAt ?? operation.LastUpdateAt).LocalDateTime;
        ActiveElapsedTime = (int)((Active ? LastUpdateTime : DateFinished) - DateStarted).TotalSeconds;
        Metadata = [.. operation.Metadata.Select(pair => new TaskMetadata(pair.Key, pair.Value))];
        TerminatingError = operation.Error is { } failure ? new TaskTerminatingError(failure) : null;
    }

    public Guid TaskId { get; }

    /// <summary>The same as TaskType; scripts read both.</summary>
    public string Type => TaskType;

    /// <summary>E.g. <c>NewProvImageVersionSpec</c>.</summary>
    public string TaskType { get; }

    /// <summary>Whether it still runs.</summary>
    public bool Active { get; }

    /// <summary>The server that runs it.</summary>
    public string Host { get; }

    /// <summary>Running or Finished.</summary>
    public string Status => Active ? "Running" : "Finished";

    /// <summary>Running or Completed.</summary>
    public string WorkflowStatus => Active ? "Running" : "Completed";

    /// <summary>What it is at, Finished, or why it has failed.</summary>
    public string TaskState { get; }

    public string TaskStateInformation { get; }

    /// <summary>Empty once the task has ended.</summary>
    public string CurrentOperation { get; }

    /// <summary>0 to 100.</summary>
    public int TaskProgress { get; }

    /// <summary>Null: how long a guest takes isn't known before.</summary>
    public DateTime? TaskExpectedCompletion { get; }

    /// <summary>In local time, like the other two.</summary>
    public DateTime DateStarted { get; }

    public DateTime LastUpdateTime { get; }

    /// <summary>The first of January 0001 while the task runs.</summary>
    public DateTime DateFinished { get; }

    /// <summary>Seconds.</summary>
    public int ActiveElapsedTime { get; }

    public TaskMetadata[] Metadata { get; }

    /// <summary>Null unless the task has failed.</summary>
    public TaskTerminatingError? TerminatingError { get; }
}
