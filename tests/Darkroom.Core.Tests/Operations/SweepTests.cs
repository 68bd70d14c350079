using Darkroom.Contracts.Operations;
using Darkroom.Core.Operations;
using Darkroom.Core.Operations.Sweep;
using Darkroom.Simulator.Control;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Tests.Operations;

public sealed class SweepTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task An_image_that_appears_after_its_operation_was_cancelled_is_removed_by_one_sweep()
    {
        await using var harness = await OperationHarness.StartAsync();
        var before = harness.Listing();
        var operation = (await harness.PrepareAsync()).OperationId;

        // The host is lost right after CreateImage; the image stays out of sight while the cancel is undone.
        await harness.DrivePastPrerequisitesAsync(operation);
        harness.Simulator.Faults.Add(new Fault("CreateImage", FaultEffect.DropResponse, Count: 1));
        await harness.DriveUntilAsync(operation, o => harness.Simulator.Journal.Read().Any(call => call is { Action: "CreateImage", Outcome: "dropped" }));
        harness.Failpoints.HideImages = true;
        await harness.Get<CancelOperation>().HandleAsync(harness.Caller, operation, Ct);
        (await harness.DriveAsync(operation)).State.Should().Be(OperationState.Canceled);
        harness.Failpoints.HideImages = false;
        (await harness.ShowAsync(operation)).Leftovers.Should().ContainSingle(l => l.Kind == "Image");
        (await harness.NewSinceAsync(before)).Should().Contain("image", 1);

        var report = (await harness.Get<RunSweep>().HandleAsync(harness.Caller, Ct)).Single();

        report.Removed.Should().Contain(r => r.Kind == "Image" && r.OperationId == operation);
        (await harness.NewSinceAsync(before)).Should().BeEquivalentTo(new Dictionary<string, int> { ["security-group"] = 1 });
        (await harness.ShowAsync(operation)).Leftovers.Should().BeEmpty();
    }

    [Fact]
    public async Task A_sweep_touches_nothing_of_what_runs_is_held_or_is_published()
    {
        await using var harness = await OperationHarness.StartAsync();
        var operation = (await harness.PrepareAsync()).OperationId;
        await harness.DriveUntilAsync(operation, o => o.Steps[2].State == StepState.Succeeded);
        (await harness.Get<RunSweep>().HandleAsync(harness.Caller, Ct)).Single().Removed.Should().BeEmpty();

        (await harness.DriveAsync(operation)).State.Should().Be(OperationState.Succeeded);
        var before = harness.Listing();
        var report = (await harness.Get<RunSweep>().HandleAsync(harness.Caller, Ct)).Single();

        report.Removed.Should().BeEmpty();
        report.Reported.Should().BeEmpty();
        harness.Listing().SelectMany(type => type).Should().BeEquivalentTo(before.SelectMany(type => type));
    }

    [Fact]
    public async Task An_intent_whose_resource_never_appears_is_given_up_after_several_misses_over_twice_the_window()
    {
        await using var harness = await OperationHarness.StartAsync();
        var operation = (await harness.PrepareAsync()).OperationId;

        // The launch never happened, and nobody knows: the connection closed before the call.
        await harness.DrivePastPrerequisitesAsync(operation);
        harness.Simulator.Faults.Add(new Fault("RunInstances", FaultEffect.Close));
        await harness.DriveUntilAsync(operation, _ => harness.Simulator.Faults.List().Any(fault => fault.Hits > 0));
        await harness.Get<CancelOperation>().HandleAsync(harness.Caller, operation, Ct);
        (await harness.DriveAsync(operation)).Leftovers.Should().ContainSingle(l => l.Kind == "Instance" && l.ResourceId == null);

        for (var sweeps = 0; sweeps < 3; sweeps++)
        {
            (await harness.Get<RunSweep>().HandleAsync(harness.Caller, Ct)).Single().OpenIntents.Should().Be(1);
        }

        await harness.Clock.Delay(2 * AccountSweep.ConsistencyWindow, Ct);
        (await harness.Get<RunSweep>().HandleAsync(harness.Caller, Ct)).Single().OpenIntents.Should().Be(0);
        await using var db = await harness.OpenAsync();
        (await db.ResourceIntents.Where(i => i.OperationId == operation).ToListAsync(Ct)).Should().OnlyContain(i => i.ClosedAt != null);
    }
}
