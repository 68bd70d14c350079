using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Errors;
using Darkroom.Core.Images.Specs;
using Darkroom.Core.Operations;
using Darkroom.Simulator.Control;

namespace Darkroom.Core.Tests.Operations;

[Trait("Suite", "full")]
public sealed class CancelTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task A_cancel_is_accepted_in_every_step_until_the_last_one_is_committed_and_leaves_nothing()
    {
        var steps = 2;
        for (var index = 0; index < steps - 1; index++)
        {
            await using var harness = await OperationHarness.StartAsync();
            var before = harness.Listing();
            var started = await harness.PrepareAsync();
            var at = index;
            await harness.DriveUntilAsync(started.OperationId, o => o.Steps[at].State is StepState.Succeeded);

            await harness.Get<CancelOperation>().HandleAsync(harness.Caller, started.OperationId, Ct);
            var ended = await harness.DriveAsync(started.OperationId);

            steps = ended.Steps.Count;
            ended.State.Should().Be(OperationState.Canceled, ended.Steps[index].Name);
            ended.TaskState.Should().Be("Canceled");
            (await harness.NewSinceAsync(before)).Keys.Should().BeSubsetOf(["security-group"], ended.Steps[index].Name);
            var spec = await harness.Get<GetImageVersionSpec>().HandleAsync(harness.Caller, started.ImageVersionSpecUid, Ct);
            spec.ImageVersionSpecStatus.Should().Be(ImageVersionSpecStatus.Failed);
            spec.Errors.Should().ContainSingle(e => e.Code == "OperationCanceled");
        }
    }

    [Fact]
    public async Task A_held_operation_can_be_cancelled_and_an_ended_one_says_that_it_has_ended()
    {
        await using var harness = await OperationHarness.StartAsync();
        var operation = (await harness.PrepareAsync(RetryTests.OldAgent)).OperationId;
        await harness.DriveAsync(operation);

        await harness.Get<CancelOperation>().HandleAsync(harness.Caller, operation, Ct);
        (await harness.DriveAsync(operation)).State.Should().Be(OperationState.Canceled);

        var again = () => harness.Get<CancelOperation>().HandleAsync(harness.Caller, operation, Ct);
        await again.Should().ThrowAsync<DarkroomException>().Where(e => e.Error.Code == "OperationEnded");
    }

    [Fact]
    public async Task An_undo_that_fails_for_good_is_stuck_says_what_is_left_and_can_be_discarded_again()
    {
        await using var harness = await OperationHarness.StartAsync();
        var before = harness.Listing();
        var operation = (await harness.PrepareAsync(RetryTests.OldAgent)).OperationId;
        await harness.DriveAsync(operation);
        var fault = harness.Simulator.Faults.Add(new Fault("TerminateInstances", FaultEffect.ErrorBefore, ErrorCode: "UnauthorizedOperation", ErrorStatus: 403));

        await harness.Get<CancelOperation>().HandleAsync(harness.Caller, operation, Ct);
        var stuck = await harness.DriveAsync(operation);

        stuck.State.Should().Be(OperationState.Stuck);
        stuck.Steps.Should().ContainSingle(s => s.State == StepState.UndoFailed).Which.Error!.Code.Should().Be("UndoIncomplete");
        stuck.Leftovers.Should().ContainSingle(l => l.Kind == "Instance" && l.Step == "StartPreparationInstance").Which.ResourceId.Should().StartWith("i-");

        harness.Simulator.Faults.Remove(fault);
        await harness.Get<DiscardOperation>().HandleAsync(harness.Caller, operation, Ct);
        var ended = await harness.DriveAsync(operation);
        ended.State.Should().Be(OperationState.Canceled);
        ended.Leftovers.Should().BeEmpty();
        (await harness.NewSinceAsync(before)).Keys.Should().BeSubsetOf(["security-group"]);
    }
}
