using System.Globalization;
using Amazon.EC2.Model;
using Darkroom.Aws.Checks;
using Darkroom.Aws.Errors;
using Darkroom.Aws.Preparation;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws;

internal sealed partial class AwsCloud
{
    private const string EnabledKey = "Enabled";

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

    // The master's own keys as well: a volume of a snapshot under a disabled key never becomes usable, and takes its instance along.
    private async Task<IEnumerable<Problem>> CheckEncryptionKeysAsync(CloudAccess access, PreparationPlan plan, Task<List<Image>> master, CancellationToken ct)
    {
        var problems = new List<Problem>();
        foreach (var key in (plan.Profile?.Volumes ?? []).Select(volume => volume.KmsKeyId).Concat(await MasterKeysAsync(access, master, ct)).OfType<string>().Distinct())
        {
            if (RegionOf(key) is { } region && region != access.Region)
            {
                problems.Add(new Problem(CheckErrors.EncryptionKeyElsewhere.With(key, region, access.Region), Subject: key));
            }
            else if (await KeyStateAsync(access, key, ct) is not EnabledKey and var state)
            {
                problems.Add(new Problem(CheckErrors.EncryptionKeyUnusable.With(key, state), Subject: key));
            }
        }

        return problems;
    }

    // What can't be read of the image is said by its own check.
    private async Task<IEnumerable<string?>> MasterKeysAsync(CloudAccess access, Task<List<Image>> master, CancellationToken ct)
    {
        try
        {
            var disks = ((await master).FirstOrDefault()?.BlockDeviceMappings ?? []).Select(device => device.Ebs).Where(disk => disk?.Encrypted == true);
            return (await SnapshotsAsync(access, [.. disks.Select(disk => disk.SnapshotId).OfType<string>()], ct)).Select(snapshot => snapshot.KmsKeyId);
        }
        catch (CloudException failure) when (!failure.IsTransient && failure.DeniedAction is null)
        {
            return [];
        }
    }

    /// <summary>Null where a key is named by its id or alias, which are looked for in the Region itself.</summary>
    private static string? RegionOf(string key) => key.Split(':') is ["arn", _, "kms", var region, ..] ? region : null;

    private async Task<string> KeyStateAsync(CloudAccess access, string keyId, CancellationToken ct)
    {
        var answer = await calls.KmsAsync(access, AwsActions.DescribeKey, (kms, cancel) => kms.DescribeKeyAsync(keyId, cancel), ct);
        return answer.KeyMetadata?.KeyState?.Value ?? "unknown";
    }
}
