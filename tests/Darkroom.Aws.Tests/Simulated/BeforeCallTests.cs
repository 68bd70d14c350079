namespace Darkroom.Aws.Tests.Simulated;

public sealed class BeforeCallTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_check_that_refuses_after_the_draw_keeps_the_call_from_being_made()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var group = await aws.ClosedGroupAsync(aws.As());
        var before = aws.Server.Journal.LastSequence;
        // Refuses from the moment on at which the launch has taken its token, as when an operation is cancelled in the wait.
        var access = aws.As() with
        {
            BeforeCall = _ => aws.Accounts.Drawn.Contains("ec2:RunInstances") ? throw new NotSupportedException("lost the fence") : Task.CompletedTask,
        };

        await FluentActions.Awaiting(() => aws.Cloud.StartPreparationInstanceAsync(access, SimulatedAws.Launch(group), Ct))
            .Should().ThrowAsync<NotSupportedException>("it is no failure of the cloud");

        aws.Server.Journal.Read(before).Select(call => call.Action).Should().Equal("DescribeImages");
    }

    [Fact]
    public async Task The_check_is_asked_before_every_page_and_shares_clients_with_others()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var plain = aws.WithRoleOf("darkroom");
        await aws.Cloud.ListOwnedAsync(plain, Ct);
        var before = aws.Server.Journal.LastSequence;
        var asked = 0;

        await aws.Cloud.ListOwnedAsync(plain with { BeforeCall = _ => Task.FromResult(asked++) }, Ct);

        var calls = aws.Server.Journal.Read(before);
        asked.Should().BeGreaterThan(1).And.Be(calls.Count);
        calls.Should().NotContain(call => call.Action == "AssumeRole");
    }

    [Fact]
    public void Printing_an_access_shows_neither_check_nor_secret()
    {
        var access = Cloud.Access(new Uri("http://127.0.0.1:1")) with { BeforeCall = _ => Task.CompletedTask };
        access.ToString().Should().Contain("123456789012/us-east-1").And.NotContain("BeforeCall").And.NotContain("secret");
    }
}
