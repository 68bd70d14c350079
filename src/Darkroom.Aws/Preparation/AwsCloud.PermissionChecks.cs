using Darkroom.Aws.Errors;
using Darkroom.Aws.Preparation;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws;

internal sealed partial class AwsCloud
{
    private static readonly TimeSpan PermissionKept = TimeSpan.FromMinutes(10);

    // A refusal is thrown and so never kept: who has corrected the policy needn't wait.
    private async Task<IEnumerable<Problem>> CheckPermissionAsync(CloudAccess access, DryRun run, CancellationToken ct)
    {
        var principal = $"{access.ConnectionUid}/{access.Credentials.Kind}/{access.Credentials.RoleArn}/{access.Credentials.AccessKeyId}";
        // Several may wait for the same answer, so that no single caller's check may end it.
        var shared = access with { BeforeCall = null };
        await accounts.CachedAsync(access.Account, $"allowed {run.Action} {principal} {run.Names}", PermissionKept, cancel => IsAllowedAsync(shared, run, cancel), ct);
        return [];
    }

    /// <summary>Always true; a refusal is thrown.</summary>
    private async Task<bool> IsAllowedAsync(CloudAccess access, DryRun run, CancellationToken ct)
    {
        try
        {
            await calls.Ec2Async(access, run.Action, run.Call, ct);
        }
        catch (CloudException failure) when (failure.Is("DryRunOperation") || (run.NamesNothing && !failure.IsTransient && !IsRefusal(failure)))
        {
            // AWS would have done it, or got past the permission and found that the thing doesn't exist.
        }

        return true;
    }

    private static bool IsRefusal(CloudException failure) =>
        failure.Error.Definition == AccessErrors.MissingPermission || failure.Error.Definition == AccessErrors.CredentialsRejected
        || failure.Error.Definition == AccessErrors.CredentialsMissing || failure.Error.Definition == AccessErrors.CredentialsExpired
        || failure.Error.Definition == AccessErrors.SignatureRejected || failure.Error.Definition == AccessErrors.ClockSkew;
}
