using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;

namespace Darkroom.Aws.Checks;

/// <summary>Makes checks; what one throws is a finding too, and hides no other.</summary>
internal static class CheckOutcome
{
    /// <summary>
    /// What a check came to: its problems, or that it passed when it found none. A permission that it lacked is no verdict on what it was to look at; that
    /// the work needs the permission is said by the check of permissions.
    /// </summary>
    /// <param name="subject">Which of several things of its kind it looks at.</param>
    /// <param name="optional">The work needs no answer, so that silence holds nobody up.</param>
    public static async Task<IReadOnlyList<Finding>> OfAsync(
        string check, Func<Task<IEnumerable<Problem>>> make, string? subject = null, bool optional = false)
    {
        try
        {
            Finding[] findings =
            [
                .. (await make()).Select(problem => new Finding(check, problem.Result, problem.Error) { Subject = problem.Subject ?? subject }),
            ];
            return findings.Length == 0 ? [new Finding(check, CheckResult.Passed) { Subject = subject }] : findings;
        }
        catch (CloudException failure) when (failure.IsTransient)
        {
            return [new Finding(check, CheckResult.NotCheckable, failure.Error) { Subject = subject, Unanswered = optional ? null : failure }];
        }
        catch (CloudException failure)
        {
            var result = optional || failure.DeniedAction is not null ? CheckResult.NotCheckable : CheckResult.Failed;
            return [new Finding(check, result, failure.Error) { Subject = subject }];
        }
    }
}

/// <summary>Something that a check found.</summary>
internal sealed record Problem(Error Error, CheckResult Result = CheckResult.Failed, string? Subject = null);
