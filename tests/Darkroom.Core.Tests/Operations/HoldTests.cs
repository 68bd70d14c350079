using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Errors;
using Darkroom.Core.Images.Specs;
using Darkroom.Core.Operations;

namespace Darkroom.Core.Tests.Operations;

public sealed class HoldTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task What_a_failure_made_stays_until_the_hold_time_is_over()
    {
        await using var harness = await OperationHarness.StartAsync();
        var before = harness.Listing();
        var started = await harness.PrepareAsync(RetryTests.OldAgent, Request(holdSeconds: 600));
        var held = await harness.DriveAsync(started.OperationId);
        held.State.Should().Be(OperationState.Held);
        held.HeldUntil.Should().BeCloseTo(held.FinishedAt!.Value.AddSeconds(600), TimeSpan.FromSeconds(30));
        held.Leftovers.Should().ContainSingle(l => l.Kind == "Instance").Which.ResourceId.Should().StartWith("i-");
        var spec = await harness.Get<GetImageVersionSpec>().HandleAsync(harness.Caller, started.ImageVersionSpecUid, Ct);
        spec.ImageVersionSpecStatus.Should().Be(ImageVersionSpecStatus.Failed);
        spec.Errors.Should().ContainSingle(e => e.Code == "AgentTooOld");
        spec.ImageRuntimeInfo!.Verdict.Should().Be("Refuted");

        await harness.DriveUntilAsync(started.OperationId, o => o.State == OperationState.Failed);

        (await harness.NewSinceAsync(before)).Should().BeEquivalentTo(new Dictionary<string, int> { ["security-group"] = 1 });
        (await harness.ShowAsync(started.OperationId)).Leftovers.Should().BeEmpty();
    }

    [Fact]
    public async Task A_hold_time_of_zero_undoes_at_once()
    {
        await using var harness = await OperationHarness.StartAsync();
        var started = await harness.PrepareAsync(RetryTests.OldAgent, Request(holdSeconds: 0));

        (await harness.DriveAsync(started.OperationId)).State.Should().Be(OperationState.Failed);
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task Keeping_the_preparation_instance_is_a_hold_without_end_until_it_is_given_one()
    {
        await using var harness = await OperationHarness.StartAsync();
        var request = Request(null) with { KeepPreparationInstanceOnFailure = true };
        var operation = (await harness.PrepareAsync(RetryTests.OldAgent, request)).OperationId;
        (await harness.DriveAsync(operation)).HeldUntil.Should().BeNull();

        var extended = await harness.Get<HoldOperation>().HandleAsync(harness.Caller, operation, new HoldOperationRequest { HoldSeconds = 60 }, Ct);

        extended.HeldUntil.Should().NotBeNull();
        await harness.DriveUntilAsync(operation, o => o.State == OperationState.Failed);
    }

    [Fact]
    public async Task Only_a_held_operation_has_a_hold_time_or_can_be_discarded()
    {
        await using var harness = await OperationHarness.StartAsync();
        var operation = (await harness.PrepareAsync()).OperationId;

        await Code(() => harness.Get<HoldOperation>().HandleAsync(harness.Caller, operation, new HoldOperationRequest(), Ct), "OperationNotHeld");
        await Code(() => harness.Get<DiscardOperation>().HandleAsync(harness.Caller, operation, Ct), "OperationNotDiscardable");
        await Code(
            () => harness.Get<HoldOperation>().HandleAsync(harness.Caller, operation, new HoldOperationRequest { HoldSeconds = -1 }, Ct), "ValueOutOfRange");
        await Code(() => harness.Get<DiscardOperation>().HandleAsync(harness.Caller, Guid.NewGuid(), Ct), "OperationNotFound");
    }

    private static Task Code(Func<Task> call, string code) =>
        call.Should().ThrowAsync<DarkroomException>().Where(e => e.Error.Code == code);

    private static PrepareImageRequest Request(int? holdSeconds) => new() { MachineProfile = PreparationScenario.Profile, HoldSeconds = holdSeconds };
}
