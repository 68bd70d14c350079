using Darkroom.Aws.Preparation;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws;

internal sealed partial class AwsCloud
{
    /// <remarks>
    /// The checks run side by side and one that can't be made hides no other. One that failed transiently counts only
    /// if nothing else is wrong: then the whole is worth trying again.
    /// </remarks>
    public async Task<IReadOnlyList<Finding>> CheckPreparationAsync(CloudAccess access, PreparationPlan plan, CancellationToken ct)
    {
        var master = ImagesByIdAsync(access, plan.MasterImageId, ct);
        var type = InstanceTypesAsync(access, plan.InstanceType, ct);
        var outcomes = await Task.WhenAll(
        [
            CheckOutcome.OfAsync("Account and credentials", () => CheckAccountAsync(access, ct)),
            CheckOutcome.OfAsync($"Availability zone {plan.Zone}", () => CheckZoneAsync(access, plan.Zone, ct)),
            CheckOutcome.OfAsync($"Master image {plan.MasterImageId}", async () => MasterChecks.Of(plan, (await master).FirstOrDefault())),
            CheckOutcome.OfAsync("Machine profile", () => CheckProfileSourceAsync(access, plan.Profile.Source, ct)),
            CheckOutcome.OfAsync("Instance metadata service", () => Task.FromResult(MasterChecks.OfMetadata(plan.Profile))),
            CheckOutcome.OfAsync($"Service offering {plan.InstanceType}", () => CheckOfferingAsync(access, plan.InstanceType, plan.Zone, ct)),
            CheckOutcome.OfAsync("Master image on the service offering", () => CheckFitAsync(plan, master, type)),
            CheckOutcome.OfAsync("Subnets", () => CheckSubnetsAsync(access, plan.SubnetIds, plan.VpcId, plan.Zone, ct)),
            CheckOutcome.OfAsync("Key pair", () => CheckKeyPairAsync(access, plan, ct)),
            .. KeysOf(plan).Select(key => CheckOutcome.OfAsync($"Encryption key {key}", () => CheckEncryptionKeyAsync(access, key, ct))),
            .. DryRuns.Of(plan).Select(run => CheckOutcome.OfAsync($"Dry run of {run.Action}", () => CheckPermissionAsync(access, run, ct))),
        ]);

        var findings = outcomes.SelectMany(outcome => outcome.Findings).ToList();
        return findings.Exists(finding => finding.Severity == FindingSeverity.Error) || outcomes.FirstOrDefault(outcome => outcome.Transient is not null) is null
            ? findings
            : throw outcomes.First(outcome => outcome.Transient is not null).Transient!;
    }
}
