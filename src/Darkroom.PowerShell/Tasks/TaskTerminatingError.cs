using Darkroom.Contracts.Problems;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.Tasks;

/// <summary>What has ended a task.</summary>
public sealed class TaskTerminatingError
{
    internal TaskTerminatingError(ProblemItemDto found)
    {
        var problem = found.InTaskWords();
        ExceptionType = problem.Code;
        Message = problem.Message;
        Details = problem.Detail;
        Remedy = problem.Remedy;
    }

    /// <summary>The code in the catalogue of errors.</summary>
    public string ExceptionType { get; }

    public string Message { get; }

    /// <summary>What the cloud said, word for word, where it said something.</summary>
    public string? Details { get; }

    /// <summary>What to do.</summary>
    public string Remedy { get; }

    public override string ToString() => $"{ExceptionType}: {Message}";
}
