using System.Globalization;
using Darkroom.Aws.Errors;
using Darkroom.Aws.Preparation;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws;

internal sealed partial class AwsCloud
{
    private async Task<IEnumerable<Problem>> CheckProfileSourceAsync(CloudAccess access, PreparationPlan plan, CancellationToken ct)
    {
        var problems = new List<Problem>();
        if (plan.Profile.Metadata?.HttpEndpoint == "disabled")
        {
            const string property = "MetadataOptions.HttpEndpoint";
            problems.Add(new Problem(ProfileErrors.MetadataDisabled.With(property).On(property)));
        }

        var source = plan.Profile.Source;
        if (source.InstanceId is { } instanceId && await LivingInstanceAsync(access, instanceId, ct) is null)
        {
            problems.Add(new Problem(LookupErrors.InstanceNotFound.With(AwsActions.DescribeInstances)));
        }

        if (source is { LaunchTemplateId: { } templateId, LaunchTemplateVersion: { } version }
            && (await TemplateVersionsAsync(access, templateId, [version.ToString(CultureInfo.InvariantCulture)], ct)).Count == 0)
        {
            problems.Add(new Problem(LookupErrors.LaunchTemplateVersionNotFound.With(AwsActions.DescribeLaunchTemplateVersions)));
        }

        return problems;
    }

    private async Task<IEnumerable<Problem>> CheckKeyPairAsync(CloudAccess access, PreparationPlan plan, CancellationToken ct)
    {
        if (plan.Profile.KeyName is not { } name)
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

    private async Task<IEnumerable<Problem>> CheckEncryptionKeysAsync(CloudAccess access, PreparationPlan plan, CancellationToken ct)
    {
        var problems = new List<Problem>();
        foreach (var keyId in plan.Profile.Volumes.Select(volume => volume.KmsKeyId).OfType<string>().Distinct())
        {
            var answer = await calls.KmsAsync(access, AwsActions.DescribeKey, (kms, cancel) => kms.DescribeKeyAsync(keyId, cancel), ct);
            if (answer.KeyMetadata?.KeyState?.Value is not "Enabled" and var state)
            {
                problems.Add(new Problem(CheckErrors.EncryptionKeyUnusable.With(keyId, state ?? "unknown")));
            }
        }

        return problems;
    }
}
