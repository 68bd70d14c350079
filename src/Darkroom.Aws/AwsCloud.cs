using Amazon.SecurityToken.Model;
using Darkroom.Aws.Clients;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws;

/// <summary>AWS behind the port; the members lie in the features' folders, each calling through <see cref="AwsCalls"/>.</summary>
internal sealed partial class AwsCloud(AwsCalls calls, AwsOptions options, IAccounts accounts) : ICloud
{
    /// <remarks>GetCallerIdentity needs no permission, not even against an explicit deny (STS API reference).</remarks>
    public async Task<CloudIdentity> IdentifyAsync(CloudAccess access, CancellationToken ct)
    {
        var identity = await calls.IdentityAsync(access, (sts, token) => sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), token), ct);
        return new CloudIdentity(identity.Account, identity.Arn);
    }

    /// <remarks>The summary holds no account id; that it may be read is what administrators know as the permission that sharing needs.</remarks>
    public async Task<CloudIdentity> ProveAccountAsync(CloudAccess access, CancellationToken ct)
    {
        var identity = await IdentifyAsync(access, ct);
        await calls.IamAsync(access, AwsActions.GetAccountSummary, (iam, cancel) => iam.GetAccountSummaryAsync(cancel), ct);
        return identity;
    }
}
