using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.Time;

namespace Darkroom.Core.Images.Sharing;

/// <summary>Looks at everything that a share depends on, in the tables and in the cloud.</summary>
public sealed class ShareChecks(ICloud cloud, CloudAccessFactory access, Clock clock)
{
    /// <summary>Asks the cloud which account each of the two connections leads to.</summary>
    /// <exception cref="DarkroomException">ImageShareOtherAccount, MissingPermission, or what else the cloud said.</exception>
    internal async Task RequireOneAccountAsync(SharePlace place, CancellationToken ct)
    {
        try
        {
            var target = await ProveAsync(place.TargetConnection, ct);
            var own = place.OneConnection ? target : await ProveAsync(place.Connection, ct);
            if (SharingRules.AccountIsTheSame(own, place.Target, target) is { } refusal)
            {
                throw refusal.AsException();
            }
        }
        catch (CloudException e)
        {
            throw new DarkroomException(e.Error, e);
        }
    }

    /// <summary>Everything at once, as it is now.</summary>
    internal async Task<IReadOnlyList<Finding>> LookAsync(SharePlace place, CancellationToken ct)
    {
        IReadOnlyList<Finding> rules = OfRules(place);
        var account = await AccountAsync(place, ct);
        var elsewhere = account.Any(finding => finding.Error?.Definition == SharingErrors.OtherAccount) || rules.Any(rule => rule.Check == CheckNames.Region && rule.Result == CheckResult.Failed);

        // Elsewhere there is no such image to be looked at.
        if (elsewhere || place.Plan() is not { } plan)
        {
            return [.. rules, .. account];
        }

        return [.. rules, .. account, .. await cloud.CheckSharingAsync(access.For(place.TargetConnection), plan, ct)];
    }

    /// <param name="operation">The operation at work on the share, which doesn't stand in its own way.</param>
    internal static IReadOnlyList<Finding> OfRules(SharePlace place, Guid? operation = null) =>
        [.. place.Rules(operation).Select(rule => Finding.OfRule(rule.Check, rule.Refusal))];

    private async Task<IReadOnlyList<Finding>> AccountAsync(SharePlace place, CancellationToken ct)
    {
        try
        {
            await RequireOneAccountAsync(place, ct);
            return [new Finding(CheckNames.Account, CheckResult.Passed)];
        }
        catch (DarkroomException e)
        {
            return Finding.OfRefusal(CheckNames.Account, e);
        }
    }

    private Task<string> ProveAsync(HypervisorConnection connection, CancellationToken ct) =>
        ShortRetry.RunAsync(clock, async () => (await cloud.ProveAccountAsync(access.For(connection), ct)).AccountId, ct);
}
