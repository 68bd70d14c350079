using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;

namespace Darkroom.Aws.Preparation;

/// <summary>What one check came to.</summary>
/// <param name="Transient">Why it could not be finished this time; it is a warning among the findings as well.</param>
internal sealed record CheckOutcome(IReadOnlyList<Finding> Findings, CloudException? Transient = null)
{
    /// <summary>Makes a check: its problems, or that it passed when it found none; what it threw is a finding too.</summary>
    public static async Task<CheckOutcome> OfAsync(string check, Func<Task<IEnumerable<Problem>>> make)
    {
        try
        {
            Finding[] findings = [.. (await make()).Select(problem => new Finding(check, problem.Severity, problem.Error))];
            return new CheckOutcome(findings.Length == 0 ? [new Finding(check, FindingSeverity.Passed)] : findings);
        }
        catch (CloudException failure) when (failure.IsTransient)
        {
            return new CheckOutcome([new Finding(check, FindingSeverity.Warning, failure.Error) { IsTransient = true }], failure);
        }
        catch (CloudException failure)
        {
            return new CheckOutcome([new Finding(check, FindingSeverity.Error, failure.Error)]);
        }
    }
}

/// <summary>Something wrong that a check found.</summary>
internal sealed record Problem(Error Error, FindingSeverity Severity = FindingSeverity.Error);
