using System.Globalization;
using Darkroom.Aws.Checks;
using Darkroom.Aws.Errors;
using Darkroom.Aws.Preparation;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws;

internal sealed partial class AwsCloud
{
    private IEnumerable<Task<IReadOnlyList<Finding>>> ProfileChecks(CloudAccess access, PreparationPlan plan, CancellationToken ct)
    {
        if (plan.Profile is not { } profile)
        {
            yield break;
        }

        yield return CheckOutcome.OfAsync(CheckNames.MachineProfile, () => CheckProfileSourceAsync(access, profile.Source, ct));
        yield return CheckOutcome.OfAsync(CheckNames.InstanceMetadata, () => Task.FromResult(MasterChecks.OfMetadata(profile)));
        yield return CheckOutcome.OfAsync(CheckNames.KeyPair, () => CheckKeyPairAsync(access, profile.KeyName, ct), profile.KeyName);
    }

    private async Task<IEnumerable<Problem>> CheckProfileSourceAsync(CloudAccess access, MachineProfileSource source, CancellationToken ct)
    {
        if (source.InstanceId is { } instanceId)
        {
            return await LivingInstanceAsync(access, instanceId, ct) is null ? [new Problem(LookupErrors.InstanceNotFound.With(AwsActions.DescribeInstances))] : [];
        }

        return source is { LaunchTemplateId: { } templateId, LaunchTemplateVersion: { } version }
            && (await TemplateVersionsAsync(access, templateId, [version.ToString(CultureInfo.InvariantCulture)], ct)).Count == 0
                ? [new Problem(LookupErrors.LaunchTemplateVersionNotFound.With(AwsActions.DescribeLaunchTemplateVersions))]
                : [];
    }

    private async Task<IEnumerable<Problem>> CheckKeyPairAsync(CloudAccess access, string? name, CancellationToken ct)
    {
        if (name is null)
        {
            return [];
        }

        var answer = await calls.Ec2Async(
            access,
            AwsActions.DescribeKeyPairs,
            (ec2, cancel) => ec2.DescribeKeyPairsAsync(new() { Filters = [AwsFilters.Where("key-name", name)] }, cancel),
            ct);
        return answer.KeyPairs is { Count: > 0 } ? [] : [new Problem(CheckErrors.KeyPairMissing.With(name))];
    }
}
