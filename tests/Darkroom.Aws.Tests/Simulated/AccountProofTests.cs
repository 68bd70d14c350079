using Darkroom.Aws.Errors;
using Darkroom.Core.Clouds;
using Darkroom.Simulator.Control;

namespace Darkroom.Aws.Tests.Simulated;

/// <summary>The one call that is signed by ourselves.</summary>
public sealed class AccountProofTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("key")]
    [InlineData("role")]
    [InlineData("default")]
    public async Task An_account_is_proven_with_each_kind_of_credentials(string kind)
    {
        await using var aws = await SimulatedAws.StartAsync();
        var access = kind switch
        {
            "role" => aws.WithRoleOf("darkroom"),
            "default" => aws.With(new CloudCredentials(Contracts.Hosting.CredentialKind.DefaultChain)),
            _ => aws.As(),
        };

        (await aws.Cloud.ProveAccountAsync(access, Ct)).AccountId.Should().Be(SimulatedAws.Account);

        aws.Server.Journal.Read().Should().ContainSingle(call => call.Service == "iam" && call.Action == "GetAccountSummary" && call.Outcome == "OK");
    }

    [Fact]
    public async Task A_missing_permission_is_named()
    {
        await using var aws = await SimulatedAws.StartAsync();

        var refused = (await FluentActions.Awaiting(() => aws.Cloud.ProveAccountAsync(aws.As("no-account-summary"), Ct)).Should().ThrowAsync<CloudException>()).Which;

        refused.Error.Definition.Should().Be(AccessErrors.MissingPermission);
        refused.Error.Message.Should().Contain("iam:GetAccountSummary");
        refused.IsTransient.Should().BeFalse();
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_as_any_other_call_would_be()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var wrong = aws.As();
        wrong = wrong with { Credentials = wrong.Credentials with { SecretAccessKey = "wrong" } };

        var refused = (await FluentActions.Awaiting(() => aws.Cloud.ProveAccountAsync(wrong, Ct)).Should().ThrowAsync<CloudException>()).Which;

        refused.Error.Definition.Should().Be(AccessErrors.SignatureRejected);
    }

    [Theory]
    [InlineData(FaultEffect.DropResponse)]
    [InlineData(FaultEffect.Close)]
    public async Task A_lost_answer_is_worth_trying_again(FaultEffect effect)
    {
        await using var aws = await SimulatedAws.StartAsync();
        aws.Server.Faults.Add(new Fault("GetAccountSummary", effect, Count: 1));

        var lost = (await FluentActions.Awaiting(() => aws.Cloud.ProveAccountAsync(aws.As(), Ct)).Should().ThrowAsync<CloudException>()).Which;

        lost.IsTransient.Should().BeTrue();
        await aws.Cloud.ProveAccountAsync(aws.As(), Ct);
    }
}
