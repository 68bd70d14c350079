using System.Globalization;
using Darkroom.Aws.Errors;
using Darkroom.Aws.Preparation;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws;

internal sealed partial class AwsCloud
{
    private const string EnabledKey = "Enabled";

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

    private static IEnumerable<string> KeysOf(PreparationPlan plan) => plan.Profile.Volumes.Select(volume => volume.KmsKeyId).OfType<string>().Distinct();

    private async Task<IEnumerable<Problem>> CheckEncryptionKeyAsync(CloudAccess access, string keyId, CancellationToken ct) =>
        await KeyStateAsync(access, keyId, ct) is not EnabledKey and var state ? [new Problem(CheckErrors.EncryptionKeyUnusable.With(keyId, state))] : [];

    private async Task<string> KeyStateAsync(CloudAccess access, string keyId, CancellationToken ct)
    {
        var answer = await calls.KmsAsync(access, AwsActions.DescribeKey, (kms, cancel) => kms.DescribeKeyAsync(keyId, cancel), ct);
        return answer.KeyMetadata?.KeyState?.Value ?? "unknown";
    }
}
