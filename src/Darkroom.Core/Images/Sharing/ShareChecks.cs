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
    public const string Spec = "Spec";
    public const string HostingUnit = "HostingUnit";
    public const string Region = "Region";
    public const string Account = "Account";

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
    internal async Task<IReadOnlyList<ImageShareCheckDto>> LookAsync(SharePlace place, CancellationToken ct)
    {
        var checks = OfRules(place);
        var account = await AccountAsync(place, ct);
        var reachable = account.Result != CheckResult.Failed && checks.All(check => check.Name != Region || check.Result == CheckResult.Passed);

        // Elsewhere there is no such image to be looked at.
        if (!reachable || place.Plan() is not { } plan)
        {
            return [.. checks, account];
        }

        return [.. checks, account, .. Of(await cloud.CheckSharingAsync(access.For(place.TargetConnection), plan, ct))];
    }

    /// <param name="operation">The operation at work on the share, which doesn't stand in its own way.</param>
    internal static IReadOnlyList<ImageShareCheckDto> OfRules(SharePlace place, Guid? operation = null) =>
        [.. place.Rules(operation).Select(rule => Of(rule.Check, rule.Refusal is null ? CheckResult.Passed : CheckResult.Failed, rule.Refusal))];

    internal static IEnumerable<ImageShareCheckDto> Of(IEnumerable<Finding> findings) => findings.Select(finding => Of(
        finding.Check,
        finding.Severity switch
        {
            FindingSeverity.Error => CheckResult.Failed,
            FindingSeverity.Warning => CheckResult.NotCheckable,
            _ => CheckResult.Passed,
        },
        finding.Error));

    private static ImageShareCheckDto Of(string name, CheckResult result, Error? error) => new(name, result, error?.ToDto());

    private async Task<ImageShareCheckDto> AccountAsync(SharePlace place, CancellationToken ct)
    {
        try
        {
            await RequireOneAccountAsync(place, ct);
            return Of(Account, CheckResult.Passed, null);
        }
        catch (DarkroomException e)
        {
            return Of(Account, e.InnerException is CloudException { IsTransient: true } ? CheckResult.NotCheckable : CheckResult.Failed, e.Error);
        }
    }

    private Task<string> ProveAsync(HypervisorConnection connection, CancellationToken ct) =>
        ShortRetry.RunAsync(clock, async () => (await cloud.ProveAccountAsync(access.For(connection), ct)).AccountId, ct);
}
