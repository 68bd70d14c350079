using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;

namespace Darkroom.Aws.Clients;

/// <summary>
/// A session of a role, renewed five minutes before it ends. The SDK's own class finds no way to an overridden endpoint.
/// </summary>
internal sealed class AssumedRoleCredentials : RefreshingAWSCredentials
{
    private readonly IAmazonSecurityTokenService sts;
    private readonly string roleArn;

    public AssumedRoleCredentials(IAmazonSecurityTokenService sts, string roleArn)
    {
        this.sts = sts;
        this.roleArn = roleArn;
        PreemptExpiryTime = TimeSpan.FromMinutes(5);
    }

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        var session = await sts.AssumeRoleAsync(new AssumeRoleRequest { RoleArn = roleArn, RoleSessionName = "darkroom" });
        var credentials = session.Credentials;
        return new CredentialsRefreshState(
            new ImmutableCredentials(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken),
            credentials.Expiration ?? throw new AmazonClientException("AssumeRole answered a session without an end."));
    }

    protected override CredentialsRefreshState GenerateNewCredentials() => GenerateNewCredentialsAsync().GetAwaiter().GetResult();
}
