using Darkroom.Core.Clouds;
using Darkroom.Simulator.Control;

namespace Darkroom.Aws.Tests.Simulated;

public sealed class FaultTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_zone_without_capacity_is_asked_once_and_fails_for_good()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var access = aws.As();
        var group = await aws.ClosedGroupAsync(access);
        aws.Server.Capacity.Set("us-east-1a", null, 0);
        var before = aws.Server.Journal.LastSequence;

        var failure = await FluentActions.Awaiting(() => aws.Cloud.StartPreparationInstanceAsync(access, SimulatedAws.Launch(group), Ct))
            .Should().ThrowAsync<CloudException>();

        (failure.Which.Error.Code, failure.Which.IsTransient, failure.Which.Error.Definition.TaskState).Should().Be(("InsufficientCapacity", false, "InsufficientResources"));
        aws.Server.Journal.Read(before).Count(call => call.Action == "RunInstances").Should().Be(1, "only the operation retries");
    }

    [Theory]
    [InlineData(FaultEffect.ErrorBefore, "RequestLimitExceeded", 503, "ThrottledByCloud")]
    [InlineData(FaultEffect.ErrorBefore, "InternalError", 500, "CloudFault")]
    [InlineData(FaultEffect.Close, "InternalError", 500, "CloudUnreachable")]
    public async Task Trouble_that_passes_is_transient_and_called_once(FaultEffect effect, string errorCode, int status, string expected)
    {
        await using var aws = await SimulatedAws.StartAsync();
        aws.Server.Faults.Add(new Fault("DescribeVpcs", effect, ErrorCode: errorCode, ErrorStatus: status));

        var failure = await FluentActions.Awaiting(() => aws.Cloud.ListAsync(aws.As(), new InventoryQuery(CloudItemKind.Vpc), Ct)).Should().ThrowAsync<CloudException>();

        (failure.Which.Error.Code, failure.Which.IsTransient).Should().Be((expected, true));
        aws.Server.Journal.Read().Should().ContainSingle();
    }

    [Theory]
    [InlineData("RequestLimitExceeded", 503, 1)]
    [InlineData("InternalError", 500, 0)]
    public async Task Only_a_refusal_for_the_rate_empties_the_accounts_bucket_of_that_action(string errorCode, int status, int times)
    {
        await using var aws = await SimulatedAws.StartAsync();
        aws.Server.Faults.Add(new Fault("DescribeVpcs", FaultEffect.ErrorBefore, ErrorCode: errorCode, ErrorStatus: status));

        await FluentActions.Awaiting(() => aws.Cloud.ListAsync(aws.As(), new InventoryQuery(CloudItemKind.Vpc), Ct)).Should().ThrowAsync<CloudException>();

        aws.Accounts.Emptied.Should().Equal(Enumerable.Repeat(AwsActions.DescribeVpcs, times));
    }

    [Fact]
    public async Task A_caller_that_gives_up_sees_its_own_cancellation()
    {
        await using var aws = await SimulatedAws.StartAsync();
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await FluentActions.Awaiting(() => aws.Cloud.ListAsync(aws.As(), new InventoryQuery(CloudItemKind.Vpc), gone.Token))
            .Should().ThrowAsync<OperationCanceledException>();
    }
}
