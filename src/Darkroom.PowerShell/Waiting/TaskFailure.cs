using System.Management.Automation;
using Darkroom.Contracts.Operations;
using Darkroom.Contracts.Problems;
using Darkroom.PowerShell.Errors;
using Darkroom.PowerShell.ImagePrepVMs;

namespace Darkroom.PowerShell.Waiting;

/// <summary>A task that hasn't ended well, as an error record beside the task.</summary>
internal static class TaskFailure
{
    /// <param name="operation">Ended or held, and not well.</param>
    public static ErrorRecord RecordOf(OperationDto operation)
    {
        IReadOnlyList<ProblemItemDto> problems = operation.Errors.Count > 0
            ? [.. operation.Errors.Select(TaskWording.InTaskWords)]
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
        OperationState.Held => $"{remedy} {KeptOf(operation)} {GoOnOf(operation)}",
        OperationState.Stuck => $"{remedy} Something couldn't be taken back: {Resources(operation)}.",
        _ => remedy,
    };

    private static string KeptOf(OperationDto operation)
    {
        if (operation.Leftovers.Count == 0) return "There is nothing to take back.";
        var until = operation.HeldUntil is { } end ? $" until {end.LocalDateTime:g}" : "";
        var look = operation.Leftovers.Any(left => left.Kind == ImagePrepVM.Instance) ? " (Get-ProvImagePrepVM shows the instance)" : "";
        return $"What was made is kept{until}{look}: {Resources(operation)}.";
    }

    /// <summary>No cmdlet tries again: there is none for it in the cmdlet reference.</summary>
    private static string GoOnOf(OperationDto operation)
    {
        var takesBack = operation.Leftovers.Count == 0 ? "ends it" : "takes back what was made";
        return $"It can be tried again in Studio, or with POST /api/v1/operations/{operation.OperationId}/retry; Stop-ProvTask -TaskId {operation.OperationId} {takesBack}, "
            + "and Remove-ProvImageVersionSpec removes the spec with it.";
    }

    private static string Resources(OperationDto operation) => string.Join(", ", operation.Leftovers.Select(left => left.ResourceId ?? left.Reference));

    private static ErrorCategory CategoryOf(string taskState) => taskState switch
    {
        "Canceled" => ErrorCategory.OperationStopped,
        "InsufficientResources" => ErrorCategory.ResourceUnavailable,
        _ => ErrorCategory.InvalidResult,
    };
}
