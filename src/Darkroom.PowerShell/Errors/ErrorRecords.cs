using System.Management.Automation;
using System.Text;
using Darkroom.Client.Http;
using Darkroom.Contracts.Problems;

namespace Darkroom.PowerShell.Errors;

/// <summary>
/// Errors as PowerShell shows them: the FullyQualifiedErrorId begins with the code of the catalogue, the message has the cause, the recommended action the
/// remedy.
/// </summary>
public static class ErrorRecords
{
    /// <param name="target">What the cmdlet was busy with.</param>
    public static ErrorRecord From(DarkroomProblemException exception, object? target)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var problem = exception.Problem.InTaskWords();
        return Record(exception, problem.Code, ErrorCategories.Of(problem), target, MessageOf(problem), RemedyOf(problem));
    }

    /// <param name="target">What the cmdlet was busy with; the error itself may know better.</param>
    public static ErrorRecord From(ModuleException exception, object? target)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Record(exception, exception.Error.Code, exception.Error.Category, exception.Target ?? target, exception.Message, exception.Remedy);
    }

    private static ErrorRecord Record(Exception exception, string code, ErrorCategory category, object? target, string message, string remedy) =>
        new(exception, code, category, target) { ErrorDetails = new ErrorDetails(message) { RecommendedAction = remedy } };

    private static string MessageOf(ProblemDto problem)
    {
        if (problem.Errors is not { Count: > 0 } errors)
        {
            return problem.Detail;
        }

        var message = new StringBuilder();
        foreach (var error in errors)
        {
            message.Append(message.Length == 0 ? "" : Environment.NewLine).Append(error.Message);
            if (!string.IsNullOrEmpty(error.Detail))
            {
                message.Append(" Cause: ").Append(error.Detail);
            }
        }

        return message.ToString();
    }

    private static string RemedyOf(ProblemDto problem) =>
        problem.Errors is { Count: > 1 } errors ? string.Join(Environment.NewLine, errors.Select(error => error.Remedy).Distinct()) : problem.Remedy;
}
