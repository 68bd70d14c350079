using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Hosting;
using Darkroom.Core.Operations;

namespace Darkroom.Core.Tests.Operations;

public sealed class FenceTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task A_stale_run_drops_its_result_and_makes_no_further_call()
    {
        await using var harness = await OperationHarness.StartAsync();
        var operation = (await harness.PrepareAsync()).OperationId;
        var runs = harness.Get<OperationRuns>();
        var stale = runs.For(operation);
        await stale.AdvanceAsync(Ct);
        var current = runs.For(operation);
        await current.AdvanceAsync(Ct);
        var calls = harness.Simulator.Journal.LastSequence;
        var version = (await harness.ShowAsync(operation)).Version;

        // The stale run still remembers that the first step is to be run; its first write shows it that it isn't its any more.
        await stale.AdvanceAsync(Ct);

        harness.Simulator.Journal.LastSequence.Should().Be(calls);
        (await harness.ShowAsync(operation)).Version.Should().Be(version);
    }

    [Fact]
    public async Task A_run_that_loses_its_operation_in_the_midst_of_a_step_makes_no_further_call()
    {
        OperationHarness harness = null!;
        var reached = new List<string>();
        await using var started = harness = await OperationHarness.StartAsync(new OneStep(async context =>
        {
            await context.Cloud.IdentifyAsync(context.Access, context.Cancel);
            reached.Add("the first call");
            await harness.Get<CancelOperation>().HandleAsync(harness.Caller, context.OperationId, Ct);
            await context.Cloud.IdentifyAsync(context.Access, context.Cancel);
            reached.Add("the second call");
            return StepResult.Done();
        }));
        var connection = await harness.Get<CreateConnection>().HandleAsync(
            harness.Caller, new CreateConnectionRequest { HypervisorConnectionName = "wsc", Region = OperationHarness.Region }, Ct);
        var operation = await harness.BeginAsync(OneStep.Name, connection.HypervisorConnectionUid);
        var calls = harness.Simulator.Journal.LastSequence;

        (await harness.DriveAsync(operation)).State.Should().Be(OperationState.Canceled);

        reached.Should().Equal("the first call");
        harness.Simulator.Journal.Read(calls).Should().ContainSingle();
    }

    [Fact]
    public async Task A_cancel_during_a_cloud_call_drops_its_result_and_undoes_its_effect()
    {
        await using var harness = await OperationHarness.StartAsync();
        var before = harness.Listing();
        var operation = (await harness.PrepareAsync()).OperationId;
        await harness.DriveUntilAsync(operation, o => o.Steps[2].State == StepState.Running || o.Steps[1].State == StepState.Succeeded);
        harness.Faults.OnEffect = async step =>
        {
            if (step == "StartPreparationInstance")
            {
                harness.Faults.OnEffect = null;

                // The cloud shows the instance by now; one that it still hides is the sweep's.
                await harness.Clock.Delay(TimeSpan.FromMinutes(1), Ct);
                await harness.Get<CancelOperation>().HandleAsync(harness.Caller, operation, Ct);
            }
        };

        var ended = await harness.DriveAsync(operation);

        ended.State.Should().Be(OperationState.Canceled);
        ended.Steps[2].State.Should().Be(StepState.Undone);
        harness.EverMade(before)["instance"].Should().Be(1);
        (await harness.NewSinceAsync(before)).Keys.Should().BeSubsetOf(["security-group"]);
    }

    [Fact]
    public async Task Two_runs_of_one_operation_at_once_make_one_image()
    {
        await using var harness = await OperationHarness.StartAsync();
        var before = harness.Listing();
        var operation = (await harness.PrepareAsync()).OperationId;

        var ended = await Task.WhenAll(harness.DriveAsync(operation), harness.DriveAsync(operation));

        ended.Should().AllSatisfy(o => o.State.Should().Be(OperationState.Succeeded));
        harness.EverMade(before).Should().BeEquivalentTo(new Dictionary<string, int> { ["instance"] = 1, ["image"] = 1, ["security-group"] = 1 });
    }
}
