using Darkroom.Contracts.Operations;
using Darkroom.Core.Clouds;
using Darkroom.Core.Operations;

namespace Darkroom.Core.Tests.Operations;

/// <summary>How long a step pauses when the cloud says when to try again.</summary>
public sealed class RetryHintTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task The_clouds_hint_is_followed()
    {
        var hint = TimeSpan.FromMinutes(2);
        await using var harness = await OperationHarness.StartAsync(new OneStep(_ => throw Busy(hint)));
        var run = harness.Get<OperationRuns>().For(await harness.BeginAsync(OneStep.Name));
        await run.AdvanceAsync(Ct);

        (await run.AdvanceAsync(Ct)).Wait.Should().Be(hint);
    }

    [Fact]
    public async Task A_hint_beyond_the_steps_deadline_ends_there_with_a_last_try()
    {
        var tries = 0;
        await using var harness = await OperationHarness.StartAsync(new OneStep(_ => ++tries > 0 ? throw Busy(TimeSpan.FromDays(20_000)) : null!));
        var operation = await harness.BeginAsync(OneStep.Name);
        var began = harness.Clock.Now;

        var held = await harness.DriveAsync(operation);

        held.State.Should().Be(OperationState.Held);
        held.Error!.Code.Should().Be("StepTimedOut");
        held.FinishedAt!.Value.Should().BeCloseTo(began + TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1));
        tries.Should().BeGreaterThan(1);
    }

    [Fact]
    public async Task Taking_back_follows_a_hint_within_its_own_time()
    {
        await using var harness = await OperationHarness.StartAsync(new OneStep(
            _ => Task.FromResult(StepResult.Fail([FaultyDefinition.Planted.With("Act")])), _ => throw Busy(TimeSpan.FromDays(20_000))));
        var operation = await harness.BeginAsync(OneStep.Name);
        await harness.DriveAsync(operation);
        await harness.Get<DiscardOperation>().HandleAsync(harness.Caller, operation, Ct);
        var began = harness.Clock.Now;

        (await harness.DriveAsync(operation)).State.Should().Be(OperationState.Stuck);

        (harness.Clock.Now - began).Should().BeCloseTo(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1));
    }

    private static CloudException Busy(TimeSpan hint) => new(CloudErrors.NotVisibleYet.With("thing", "x"), transient: true, hint);
}
