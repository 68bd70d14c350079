using Darkroom.Contracts.Problems;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.ImageVersionSpecs;

/// <summary>What a preparation found wrong, or worth a warning.</summary>
public sealed class ImageVersionSpecFinding
{
    internal ImageVersionSpecFinding(ProblemItemDto found)
    {
        var problem = found.InTaskWords();
        Code = problem.Code;
        Message = string.IsNullOrEmpty(problem.Detail) ? problem.Message : $"{problem.Message} Cause: {problem.Detail}";
        Remedy = problem.Remedy;
    }

    /// <summary>The code in the catalogue of errors.</summary>
    public string Code { get; }

    public string Message { get; }

    /// <summary>What to do.</summary>
    public string Remedy { get; }

    public override string ToString() => $"{Code}: {Message}";
}
