using System.Management.Automation;
using Darkroom.Contracts.Operations;
using Darkroom.Contracts.Problems;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.Waiting;

/// <summary>A task that hasn't ended well, as an error record beside the task.</summary>
internal static class TaskFailure
{
    /// <param name="operation">Ended or held, and not well.</param>
    public static ErrorRecord RecordOf(OperationDto operation)
    {
        var problem = operation.Error ?? new ProblemItemDto { Code = operation.TaskState, Message = $"{operation.Title} has ended as {operation.TaskState}." };
        var error = new ModuleError(problem.Code, CategoryOf(operation.TaskState), problem.Message, problem.Remedy);
        var message = string.IsNullOrEmpty(problem.Detail) ? problem.Message : $"{problem.Message} Cause: {problem.Detail}";
        return ErrorRecords.From(new ModuleException(error, message, RemedyOf(operation, problem)), operation.OperationId);
    }

    private static string RemedyOf(OperationDto operation, ProblemItemDto problem) => operation.State switch
    {
        OperationState.Held when operation.HeldUntil is { } until =>
            $"{problem.Remedy} What was made is kept until {until.LocalDateTime:g}, to be looked at and tried again; Stop-ProvTask -TaskId {operation.OperationId} takes it back now.",
        OperationState.Held =>
            $"{problem.Remedy} What was made is kept, to be looked at and tried again; Stop-ProvTask -TaskId {operation.OperationId} takes it back.",
        OperationState.Stuck => $"{problem.Remedy} Something couldn't be taken back: {string.Join(", ", operation.Leftovers.Select(left => left.ResourceId ?? left.Reference))}.",
        _ => problem.Remedy,
    };

    private static ErrorCategory CategoryOf(string taskState) => taskState switch
    {
        "Canceled" => ErrorCategory.OperationStopped,
        "InsufficientResources" => ErrorCategory.ResourceUnavailable,
        _ => ErrorCategory.InvalidResult,
    };
}
