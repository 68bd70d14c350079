using Darkroom.Aws.Checks;
using Darkroom.Aws.Clients;
using Darkroom.Aws.Errors;
using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws;

internal sealed partial class AwsCloud
{
    private static readonly TimeSpan PermissionKept = TimeSpan.FromMinutes(10);

    // What the policy may be narrowed to (docs/aws.md).
    private static readonly (string Key, string Type, string Value)[] OfOurs =
    [
        ("iam:PassedToService", "string", "ec2.amazonaws.com"),
        ("kms:GrantIsForAWSResource", "boolean", "true"),
    ];

    /// <summary>Makes the dry runs; what one fails with beside the permission is returned.</summary>
    private async Task<CloudException?> DryRunAsync(CloudAccess access, DryRun run, PermissionTable permissions, CancellationToken ct)
    {
        try
        {
            // Several may wait for the same answer, so that no single caller's check may end it.
            var shared = access with
            {
                BeforeCall = null,
                AfterCall = access.AfterCall is { } told ? call => told(call with { IsDryRun = true }) : null,
            };
            await accounts.CachedAsync(
                access.Account, $"allowed {run.Action} {PrincipalOf(access)} {run.Names}", PermissionKept, cancel => WouldRunAsync(shared, run, cancel), ct);
            permissions.DryRan(run, null);
            return null;
        }
        catch (CloudException failure)
        {
            permissions.DryRan(run, failure);
            return failure;
        }
    }

    // A refusal is thrown and so never kept: who has corrected the policy needn't wait.
    private async Task<bool> WouldRunAsync(CloudAccess access, DryRun run, CancellationToken ct)
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

    /// <summary>Asks what the principal's policies say to every action of the table.</summary>
    private Task<IReadOnlyList<Finding>> SimulatePolicyAsync(CloudAccess access, PermissionTable permissions, CancellationToken ct) =>
        CheckOutcome.OfAsync(
            CheckNames.PolicySimulation,
            async () =>
            {
                foreach (var said in await SimulatedAsync(access with { BeforeCall = null }, permissions.Actions, ct))
                {
                    var answer = said switch
                    {
                        { IsAllowed: true } => PermissionAnswer.Allowed,
                        { MissingContext.Count: > 0 } => PermissionAnswer.Undecided,
                        _ => PermissionAnswer.Denied,
                    };
                    permissions.Simulated(said.Action, answer, string.Join(' ', [said.Decision, .. said.MissingContext]));
                }

                return [];
            },
            optional: true);

    private async Task<IReadOnlyList<SimulatedAction>> SimulatedAsync(CloudAccess access, IReadOnlyList<string> actions, CancellationToken ct)
    {
        try
        {
            return await accounts.CachedAsync(
                access.Account,
                $"simulated {PrincipalOf(access)} {string.Join(' ', actions)}",
                PermissionKept,
                async cancel => await SimulateAsync(access, actions, cancel) is var said && said.All(action => action.IsAllowed) ? said : throw new NotAllAllowed(said),
                ct);
        }
        catch (NotAllAllowed refused)
        {
            return refused.Said;
        }
    }

    private async Task<IReadOnlyList<SimulatedAction>> SimulateAsync(CloudAccess access, IReadOnlyList<string> actions, CancellationToken ct)
    {
        var principal = await PolicySourceAsync(access, ct);
        return await calls.IamAsync(
            access, AwsActions.SimulatePrincipalPolicy, (iam, cancel) => iam.SimulatePrincipalPolicyAsync(principal, actions, OfOurs, cancel), ct);
    }

    // A session's ARN has its role's name and not its path: arn:aws:sts::123456789012:assumed-role/name/session.
    private async Task<string> PolicySourceAsync(CloudAccess access, CancellationToken ct)
    {
        var arn = (await IdentifyAsync(access, ct)).PrincipalArn;
        if (arn.Split(':') is not [_, var partition, "sts", _, var account, var resource] || resource.Split('/') is not ["assumed-role", var role, ..])
        {
            return arn;
        }

        try
        {
            return await calls.IamAsync(access, AwsActions.GetRole, (iam, cancel) => iam.GetRoleArnAsync(role, cancel), ct);
        }
        catch (CloudException failure) when (failure.DeniedAction is not null)
        {
            return $"arn:{partition}:iam::{account}:role/{role}";
        }
    }

    private static string PrincipalOf(CloudAccess access) =>
        $"{access.ConnectionUid}/{access.Credentials.Kind}/{access.Credentials.RoleArn}/{access.Credentials.AccessKeyId}";

    /// <summary>Carries an answer past the cache, so that a refusal is kept for nobody.</summary>
    private sealed class NotAllAllowed(IReadOnlyList<SimulatedAction> said) : Exception("Not every action is allowed.")
    {
        public IReadOnlyList<SimulatedAction> Said => said;
    }
}
