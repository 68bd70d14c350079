using Darkroom.Aws.Checks;
using Darkroom.Aws.Preparation;
using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws;

internal sealed partial class AwsCloud
{
    /// <remarks>
    /// The checks run side by side and one that can't be made hides no other. Permissions come from the calls that the checks make anyway, from dry runs of those
    /// that the preparation has yet to make, and from what the policies by themselves say to either.
    /// </remarks>
    public async Task<IReadOnlyList<Finding>> CheckPreparationAsync(CloudAccess access, PreparationPlan plan, CancellationToken ct)
    {
        var permissions = new PermissionTable();
        var watched = access.Telling(permissions.Called);
        var master = ImagesByIdAsync(watched, plan.MasterImageId, ct);
        var type = plan.InstanceType is { } size ? InstanceTypesAsync(watched, size, ct) : Task.FromResult<List<Amazon.EC2.Model.InstanceTypeInfo>>([]);
        var dryRuns = DryRuns.Of(plan).ToDictionary(run => run.Action, run => DryRunAsync(access, run, permissions, ct));
        var looked = await Task.WhenAll(
        [
            CheckOutcome.OfAsync(CheckNames.Account, () => CheckAccountAsync(access, ct), access.AccountId),
            CheckOutcome.OfAsync(CheckNames.AvailabilityZone, () => CheckZoneAsync(watched, plan.Zone, ct), plan.Zone),
            CheckOutcome.OfAsync(CheckNames.MasterImage, async () => MasterChecks.Of(plan, (await master).FirstOrDefault()), plan.MasterImageId),
            .. ProfileChecks(watched, plan, ct),
            .. OfferingChecks(watched, plan, master, type, ct),
            CheckPreparationKeysAsync(watched, plan, master, ct),
            .. plan.SubnetIds.Count > 0
                ? [CheckOutcome.OfAsync(CheckNames.Subnets, () => CheckSubnetsAsync(watched, plan.SubnetIds, plan.VpcId, plan.Zone, ct))]
                : Array.Empty<Task<IReadOnlyList<Finding>>>(),
            CheckOutcome.OfAsync(CheckNames.IsolationGroup, () => CheckIsolationGroupAsync(watched, plan.VpcId, dryRuns[AwsActions.CreateSecurityGroup], ct)),
            .. QuotaChecks(access, plan, master, type, ct),
            CheckOutcome.OfAsync(CheckNames.ServiceLinkedRole, () => CheckServiceLinkedRoleAsync(access, ct), ServiceLinkedRole, optional: true),
        ]);
        await Task.WhenAll(dryRuns.Values);
        foreach (var action in OnTheWay(plan))
        {
            permissions.Need(action, boundToResource: true);
        }

        var simulation = await SimulatePolicyAsync(access, permissions, ct);
        List<Finding> findings = [.. looked.SelectMany(found => found), .. simulation, .. permissions.Findings()];

        // Mostly it is what another check has found as well.
        if (dryRuns.TryGetValue(AwsActions.RunInstances, out var launch)
            && await launch is { IsTransient: false, DeniedAction: null } unlaunched
            && findings.TrueForAll(finding => finding.Result != CheckResult.Failed))
        {
            findings.Add(new Finding(CheckNames.Launch, CheckResult.Failed, unlaunched.Error));
        }

        return findings;
    }

    private static IEnumerable<string> OnTheWay(PreparationPlan plan) =>
    [
        .. plan.Profile?.InstanceProfile is null ? [] : (string[])[ActionsOnTheWay.PassRole],
        .. plan.Profile?.Volumes.Any(volume => volume.KmsKeyId is not null) == true ? ActionsOnTheWay.EncryptedVolumes : [],
    ];
}
