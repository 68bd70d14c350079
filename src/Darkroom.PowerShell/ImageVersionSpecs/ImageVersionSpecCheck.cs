using Darkroom.Contracts.Images;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.ImageVersionSpecs;

/// <summary>One thing that was looked at before an image is prepared or shared.</summary>
public sealed class ImageVersionSpecCheck
{
    internal ImageVersionSpecCheck(ImageCheckDto check)
    {
        Check = check.Name;
        Subject = check.Subject ?? "";
        Result = check.Result;
        Said = check.Verdicts is { } verdicts ? string.Join(", ", verdicts.Select(verdict => $"{verdict.Source} {verdict.Answer}")) : "";
        if (check.Problem?.InTaskWords() is { } problem)
        {
            Code = problem.Code;
            Message = string.IsNullOrEmpty(problem.Detail) ? problem.Message : $"{problem.Message} Cause: {problem.Detail}";
            Remedy = problem.Remedy;
        }
    }

    /// <summary>The name of the check.</summary>
    public string Check { get; }

    /// <summary>Which of several things of its kind: an action, a subnet, a key; empty where there is but one.</summary>
    public string Subject { get; }

    public CheckResult Result { get; }

    /// <summary>The code in the catalogue of errors; null when it passed.</summary>
    public string? Code { get; }

    public string? Message { get; }

    /// <summary>What to do.</summary>
    public string? Remedy { get; }

    /// <summary>Of a permission: who said what, e.g. <c>DryRun Denied, PolicySimulation Allowed</c>; empty of anything else.</summary>
    public string Said { get; }

    public override string ToString() => $"{Check}: {Result}";
}
