using Amazon.EC2.Model;
using Darkroom.Aws.Checks;
using Darkroom.Aws.Errors;
using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;

namespace Darkroom.Aws;

internal sealed partial class AwsCloud
{
    private const string EnabledKey = "Enabled";

    // The master's own keys as well: a volume of a snapshot under a disabled key never becomes usable, and takes its instance along.
    private async Task<IReadOnlyList<Finding>> CheckPreparationKeysAsync(CloudAccess access, PreparationPlan plan, Task<List<Image>> master, CancellationToken ct)
    {
        HashSet<string> keys = [.. (plan.Profile?.Volumes ?? []).Select(volume => volume.KmsKeyId).OfType<string>()];
        var ofMaster = await CheckOutcome.OfAsync(CheckNames.EncryptionKeys, async () =>
        {
            var encrypted = await EncryptedSnapshotsAsync(master);
            var seen = await SnapshotsAsync(access, encrypted, owner: null, ct);
            keys.UnionWith(seen.Select(snapshot => snapshot.KmsKeyId).OfType<string>());
            return encrypted.Except(seen.Select(snapshot => snapshot.SnapshotId)).Select(hidden =>
                new Problem(CheckErrors.MasterKeyHidden.With(hidden, plan.MasterImageId), CheckResult.NotCheckable, hidden));
        });
        return await WithEachKeyAsync(ofMaster, keys, key => RegionOf(key) is { } region && region != access.Region
            ? Task.FromResult<IEnumerable<Problem>>([new Problem(CheckErrors.EncryptionKeyElsewhere.With(key, region, access.Region))])
            : CheckKeyAsync(access, key, CheckErrors.EncryptionKeyUnusable, ct));
    }

    private async Task<IReadOnlyList<Finding>> CheckSnapshotKeysAsync(CloudAccess access, Task<List<Snapshot>> snapshots, CancellationToken ct)
    {
        HashSet<string> keys = [];
        var read = await CheckOutcome.OfAsync(CheckNames.EncryptionKeys, async () =>
        {
            keys.UnionWith((await snapshots).Select(snapshot => snapshot.KmsKeyId).Where(key => !string.IsNullOrEmpty(key)));
            return [];
        });
        return await WithEachKeyAsync(read, keys, key => CheckKeyAsync(access, key, SharingCheckErrors.KeyUnusable, ct));
    }

    /// <summary>Each key is a check of its own, so that one that can't be looked at hides no other.</summary>
    private static async Task<IReadOnlyList<Finding>> WithEachKeyAsync(
        IReadOnlyList<Finding> found, IReadOnlyCollection<string> keys, Func<string, Task<IEnumerable<Problem>>> check)
    {
        var ofKeys = await Task.WhenAll(keys.Order(StringComparer.Ordinal).Select(key => CheckOutcome.OfAsync(CheckNames.EncryptionKeys, () => check(key), key)));
        return [.. found.Where(finding => keys.Count == 0 || finding.Result != CheckResult.Passed), .. ofKeys.SelectMany(findings => findings)];
    }

    // What can't be read of the image is said by its own check.
    private static async Task<List<string>> EncryptedSnapshotsAsync(Task<List<Image>> master)
    {
        try
        {
            return
            [
                .. ((await master).FirstOrDefault()?.BlockDeviceMappings ?? [])
                    .Where(device => device.Ebs is { Encrypted: true, SnapshotId: not null }).Select(device => device.Ebs.SnapshotId),
            ];
        }
        catch (CloudException failure) when (!failure.IsTransient && failure.DeniedAction is null)
        {
            return [];
        }
    }

    private async Task<IEnumerable<Problem>> CheckKeyAsync(CloudAccess access, string key, ErrorDefinition unusable, CancellationToken ct)
    {
        var answer = await calls.KmsAsync(access, AwsActions.DescribeKey, (kms, cancel) => kms.DescribeKeyAsync(key, cancel), ct);
        var state = answer.KeyMetadata?.KeyState?.Value ?? "unknown";
        return state == EnabledKey ? [] : [new Problem(unusable.With(key, state))];
    }

    /// <summary>Null where a key is named by its id or alias, which are looked for in the Region itself.</summary>
    private static string? RegionOf(string key) => key.Split(':') is ["arn", _, "kms", var region, ..] ? region : null;
}
