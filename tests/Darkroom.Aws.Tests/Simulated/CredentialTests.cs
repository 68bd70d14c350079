using Darkroom.Aws.Errors;
using Darkroom.Contracts.Hosting;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Tests.Simulated;

public sealed class CredentialTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_default_chain_and_role_based_auth_are_the_servers_own_principal()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var cloud = CloudWithDefault(aws);
        foreach (var kind in new[] { CredentialKind.DefaultChain, CredentialKind.RoleBasedAuth })
        {
            var access = aws.With(new CloudCredentials(kind)) with { EndpointOverride = null };
            (await cloud.IdentifyAsync(access, Ct)).PrincipalArn.Should().EndWith(":user/darkroom");
            (await cloud.ListAsync(access, new InventoryQuery(CloudItemKind.Vpc), Ct)).Should().ContainSingle();
        }
    }

    [Fact]
    public async Task A_role_is_assumed_once_and_used_for_every_service()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var cloud = CloudWithDefault(aws);
        var access = aws.With(new CloudCredentials(CredentialKind.RoleArn, $"arn:aws:iam::{SimulatedAws.Account}:role/darkroom"));

        (await cloud.IdentifyAsync(access, Ct)).PrincipalArn.Should().Contain("assumed-role/darkroom/");
        await cloud.ListAsync(access, new InventoryQuery(CloudItemKind.Vpc), Ct);

        aws.Server.Journal.Read().Count(call => call.Action == "AssumeRole").Should().Be(1);
    }

    [Fact]
    public async Task A_role_that_can_not_be_assumed_is_a_missing_permission()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var access = aws.With(new CloudCredentials(CredentialKind.RoleArn, "arn:aws:iam::444455556666:role/darkroom-from-outside"));

        var failure = await FluentActions.Awaiting(() => CloudWithDefault(aws).IdentifyAsync(access, Ct)).Should().ThrowAsync<CloudException>();

        failure.Which.Error.Definition.Should().Be(AccessErrors.MissingPermission);
        failure.Which.Error.Message.Should().Contain("sts:AssumeRole");
        failure.Which.IsTransient.Should().BeFalse();
    }

    [Fact]
    public async Task A_wrong_secret_is_said_without_repeating_it()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var good = aws.As().Credentials;
        var access = aws.With(good with { SecretAccessKey = "a-very-wrong-secret" });

        foreach (var call in new Func<Task>[] { () => aws.Cloud.IdentifyAsync(access, Ct), () => aws.Cloud.ListOwnedAsync(access, Ct) })
        {
            var failure = (await FluentActions.Awaiting(call).Should().ThrowAsync<CloudException>()).Which;
            failure.Error.Definition.Should().Be(AccessErrors.SignatureRejected);
            failure.ToString().Should().NotContain("a-very-wrong-secret");
            failure.Error.ToString().Should().NotContain("a-very-wrong-secret");
        }
    }

    [Fact]
    public async Task An_unknown_key_is_rejected()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var access = aws.With(new CloudCredentials(CredentialKind.AccessKey, null, "AKIANOBODY", "secret"));
        var failure = await FluentActions.Awaiting(() => aws.Cloud.IdentifyAsync(access, Ct)).Should().ThrowAsync<CloudException>();
        failure.Which.Error.Definition.Should().Be(AccessErrors.CredentialsRejected);
    }

    [Fact]
    public async Task An_endpoint_where_nobody_listens_is_transient_and_names_what_to_check()
    {
        var access = Cloud.Access(new Uri("http://127.0.0.1:1"));
        var failure = await FluentActions.Awaiting(() => Cloud.Of(new AwsOptions()).IdentifyAsync(access, Ct)).Should().ThrowAsync<CloudException>();
        failure.Which.Error.Definition.Should().Be(FaultErrors.Unreachable);
        failure.Which.IsTransient.Should().BeTrue();
    }

    [Fact]
    public async Task Each_call_draws_a_token_first_and_identifying_draws_none()
    {
        await using var aws = await SimulatedAws.StartAsync();
        await aws.Cloud.IdentifyAsync(aws.As(), Ct);
        aws.Accounts.Drawn.Should().BeEmpty();
        await aws.Cloud.ListAsync(aws.As(), new InventoryQuery(CloudItemKind.Vpc), Ct);
        aws.Accounts.Drawn.Should().Equal("ec2:DescribeVpcs");
    }

    private static ICloud CloudWithDefault(SimulatedAws aws)
    {
        var keys = aws.Server.Principals.First(known => known.Name == "darkroom" && known.AccountId == SimulatedAws.Account);
        return Cloud.Of(new AwsOptions { EndpointOverride = aws.Server.BaseUri, DefaultCredentials = new AwsKeyPair(keys.AccessKeyId, keys.SecretAccessKey) });
    }
}
