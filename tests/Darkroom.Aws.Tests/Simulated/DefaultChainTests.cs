using Darkroom.Aws.Errors;
using Darkroom.Contracts.Hosting;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Tests.Simulated;

/// <summary>The SDK's own chain, as on real AWS.</summary>
public sealed class DefaultChainTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_chain_finds_nothing_or_the_environments_keys()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var keys = aws.As("reader").Credentials;
        var access = aws.With(new CloudCredentials(CredentialKind.DefaultChain));
        Environment.SetEnvironmentVariable("AWS_EC2_METADATA_DISABLED", "true");
        Environment.SetEnvironmentVariable("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent");

        var cloud = Cloud.Of(new AwsOptions());
        foreach (var call in new Func<Task>[] { () => cloud.IdentifyAsync(access, Ct), () => cloud.ListAsync(access, new InventoryQuery(CloudItemKind.Vpc), Ct) })
        {
            (await FluentActions.Awaiting(call).Should().ThrowAsync<CloudException>()).Which.Error.Definition.Should().Be(AccessErrors.CredentialsMissing);
        }

        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", keys.AccessKeyId);
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", keys.SecretAccessKey);
        (await Cloud.Of(new AwsOptions()).IdentifyAsync(access, Ct)).PrincipalArn.Should().EndWith(":user/reader");
    }
}
