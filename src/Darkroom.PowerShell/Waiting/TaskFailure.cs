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
        IReadOnlyList<ProblemItemDto> problems = operation.Errors.Count > 0
            ? operation.Errors
            : [new() { Code = operation.TaskState, Message = $"{operation.Title} has ended as {operation.TaskState}." }];
        var error = new ModuleError(problems[0].Code, CategoryOf(operation.TaskState), problems[0].Message, problems[0].Remedy);
        var message = string.Join(Environment.NewLine, problems.Select(MessageOf));
        var remedy = string.Join(Environment.NewLine, problems.Select(problem => problem.Remedy).Where(text => text.Length > 0).Distinct());
        return ErrorRecords.From(new ModuleException(error, message, RemedyOf(operation, remedy)), operation.OperationId);
    }

    private static string MessageOf(ProblemItemDto problem) =>
        string.IsNullOrEmpty(problem.Detail) ? problem.Message : $"{problem.Message} Cause: {problem.Detail}";

    private static string RemedyOf(OperationDto operation, string remedy) => operation.State switch
    {
        OperationState.Held when operation.HeldUntil is { } until =>
            $"{remedy} What was made is kept until {until.LocalDateTime:g}, to be looked at (Get-ProvImagePrepVM) and tried again; Stop-ProvTask -TaskId {operation.OperationId} takes it back now.",
        OperationState.Held =>
            $"{remedy} What was made is kept, to be looked at (Get-ProvImagePrepVM) and tried again; Stop-ProvTask -TaskId {operation.OperationId} takes it back.",
        OperationState.Stuck => $"{remedy} Something couldn't be taken back: {string.Join(", ", operation.Leftovers.Select(left => left.ResourceId ?? left.Reference))}.",
        _ => remedy,
    };

    private static ErrorCategory CategoryOf(string taskState) => taskState switch
    {
        "Canceled" => ErrorCategory.OperationStopped,
        "InsufficientResources" => ErrorCategory.ResourceUnavailable,
        _ => ErrorCategory.InvalidResult,
    };
}
