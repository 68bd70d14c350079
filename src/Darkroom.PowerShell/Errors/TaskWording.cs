using System.Text.RegularExpressions;
using Darkroom.Contracts.Problems;

namespace Darkroom.PowerShell.Errors;

/// <summary>
/// What the server calls an operation is a task here. Only texts of the catalogue are put into these words, and only where they are known to speak of one: what AWS
/// says of its own operations stays as it was said.
/// </summary>
internal static partial class TaskWording
{
    /// <summary>Codes of the catalogue whose message or remedy speaks of an operation.</summary>
    public static IReadOnlySet<string> Codes { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "ConsoleNotThere", "ImagePreparationInProgress", "ImagePreparationStuck", "ImageRemovalInProgress", "ImageShareInProgress", "ImageShareReplaced",
        "ImageVersionAlreadyPrepared", "ImageVersionSpecShareAtWork", "ObjectCannotBeRemoved", "OperationCanceled", "OperationEnded", "OperationFaulted",
        "OperationNotDiscardable", "OperationNotEnded", "OperationNotFound", "OperationNotHeld", "OperationNotRetryable", "OperationStuck", "UndoIncomplete",
    };

    /// <summary>Those whose message ends with what somebody else has said.</summary>
    private static readonly string[] InOthersWords = ["OperationFaulted", "UndoIncomplete"];

    /// <summary>A text of an error in the words of the cmdlets.</summary>
    /// <param name="code">The error's code in the catalogue.</param>
    public static string Of(string code, string text) =>
        Codes.Contains(code) ? NameOrOperation().Replace(text, found => found.ValueSpan[0] switch { '\'' => found.Value, 'O' => "Task", _ => "task" }) : text;

    /// <summary>The same error in the words of the cmdlets.</summary>
    public static ProblemItemDto InTaskWords(this ProblemItemDto problem) =>
        problem with { Message = MessageOf(problem.Code, problem.Message), Remedy = Of(problem.Code, problem.Remedy) };

    /// <summary>The same refusal in the words of the cmdlets.</summary>
    public static ProblemDto InTaskWords(this ProblemDto problem) => problem with
    {
        Detail = MessageOf(problem.Code, problem.Detail),
        Remedy = Of(problem.Code, problem.Remedy),
        Errors = problem.Errors is { } errors ? [.. errors.Select(InTaskWords)] : [],
    };

    private static string MessageOf(string code, string message) => InOthersWords.Contains(code) ? message : Of(code, message);

    /// <summary>A name in quotes is somebody's own.</summary>
    [GeneratedRegex(@"(?<!\w)'[^']*'(?!\w)|\b[Oo]peration(?=s?\b)")]
    private static partial Regex NameOrOperation();
}
