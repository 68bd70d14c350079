using Darkroom.Contracts.Operations;
using Darkroom.Core.Clouds;
using Darkroom.Core.Operations;
using Darkroom.Core.Operations.CloudCalls;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Tests.Operations.CloudCalls;

public sealed class CloudCallTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task Each_call_that_reached_the_cloud_is_listed_with_the_clouds_own_name_for_it()
    {
        await using var harness = await OperationHarness.StartAsync();
        var started = await harness.PrepareAsync();
        var before = harness.Simulator.Journal.LastSequence;

        await harness.DriveAsync(started.OperationId);

        var seen = harness.Simulator.Journal.Read(before);
        var calls = await CallsAsync(harness, started.OperationId);
        calls.GroupBy(call => $"{call.Service}:{call.Action}").ToDictionary(action => action.Key, action => action.Sum(call => call.Times))
            .Should().BeEquivalentTo(seen.GroupBy(call => $"{call.Service}:{call.Action}").ToDictionary(action => action.Key, action => action.Count()));
        var byId = seen.ToDictionary(call => call.RequestId);
        calls.Should().AllSatisfy(call => byId.Should().ContainKey(call.LastRequestId!).WhoseValue.Action.Should().Be(call.Action));
        calls.Where(call => call.IsDryRun).Sum(call => call.Times).Should().Be(seen.Count(call => call.Parameters.ContainsKey("DryRun")));
        calls.Select(call => call.LastAt).Should().BeInDescendingOrder();
        calls.Should().HaveCountLessThan(60);
        calls.Should().ContainSingle(call => call.Action == "RunInstances" && !call.IsDryRun).Which.Should().BeEquivalentTo(
            new { Service = "ec2", Step = "StartPreparationInstance", Attempt = 1, Times = 1, Failure = (string?)null });
    }

    [Fact]
    public async Task Polls_that_follow_one_another_are_one_line_also_while_somebody_looks_on()
    {
        await using var harness = await OperationHarness.StartAsync();
        var operation = (await harness.PrepareAsync()).OperationId;
        using var follower = harness.Get<OperationSignals>().Follow(operation);
        var run = harness.Get<OperationRuns>().For(operation);
        var seen = new List<int>();
        while ((await run.AdvanceAsync(Ct)).Wait is { } wait)
        {
            harness.Simulator.Clock.Advance(wait);
            if ((await CallsAsync(harness, operation)).SingleOrDefault(call => call is { Step: "AwaitImage", Failure: null }) is { } poll)
            {
                seen.Add(poll.Times);
            }
        }

        seen.Should().BeInAscendingOrder();
        seen.Distinct().Should().HaveCountGreaterThan(4, "the wait is long enough to look several times, and each is seen before it ends");
    }

    [Fact]
    public async Task A_call_that_failed_has_the_clouds_code()
    {
        await using var harness = await OperationHarness.StartAsync();
        var operation = (await harness.PrepareAsync()).OperationId;
        await harness.DrivePastPrerequisitesAsync(operation);
        harness.Simulator.Capacity.Set("us-east-1a", null, 0);

        (await harness.DriveAsync(operation)).State.Should().Be(OperationState.Held);

        (await CallsAsync(harness, operation))[0].Should().BeEquivalentTo(
            new { Action = "RunInstances", Failure = "InsufficientInstanceCapacity", Step = "StartPreparationInstance", IsDryRun = false });
    }

    [Fact]
    public async Task The_newest_thousand_are_kept_and_what_a_commit_lost_comes_with_the_next()
    {
        await using var harness = await OperationHarness.StartAsync(new OneStep(_ => Task.FromResult(StepResult.Done())));
        var operation = await harness.BeginAsync(OneStep.Name);
        var log = new CloudCallLog(operation);
        for (var call = 0; call < CloudCallLog.MostRows + 50; call++)
        {
            log.Add("Act", 1, new CloudCall($"ec2:Call{call}", harness.Clock.Now.AddSeconds(call), TimeSpan.Zero, null, null));
            if (call == 700)
            {
                log.PutBack(await WriteAsync(harness, log, commit: false));
                log.Written(await WriteAsync(harness, log, commit: true));
            }
        }

        log.Written(await WriteAsync(harness, log, commit: true));

        var kept = await CallsAsync(harness, operation);
        kept.Should().HaveCount(CloudCallLog.MostRows).And.OnlyHaveUniqueItems(call => call.Action);
        (kept[0].Action, kept[^1].Action).Should().Be(($"Call{CloudCallLog.MostRows + 49}", "Call50"));
    }

    private static async Task<CloudCallLog.Batch> WriteAsync(OperationHarness harness, CloudCallLog log, bool commit)
    {
        var batch = log.Take();
        await using var db = await harness.OpenAsync();
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        await batch.WriteAsync(db, Ct);
        await db.SaveChangesAsync(Ct);
        await (commit ? transaction.CommitAsync(Ct) : transaction.RollbackAsync(Ct));
        return batch;
    }

    private static async Task<IReadOnlyList<OperationCloudCallDto>> CallsAsync(OperationHarness harness, Guid operation) =>
        (await harness.Get<ListOperationCloudCalls>().HandleAsync(harness.Caller, operation, new ListRequest(Limit: ListRequest.MostRows), Ct)).Items;
}
