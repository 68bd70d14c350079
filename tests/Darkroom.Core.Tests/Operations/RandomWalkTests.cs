using CsCheck;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Operations;

namespace Darkroom.Core.Tests.Operations;

/// <summary>The engine under chance: steps and undos that fail, wait, are repeated and lose their host, and people who steer meanwhile.</summary>
[Trait("Suite", "full")]
public sealed class RandomWalkTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task Whatever_happens_a_success_has_made_each_thing_once_and_every_other_end_nothing()
    {
        var walk = new WalkDefinition();
        await using var harness = await OperationHarness.StartAsync(walk);

        await Gen.Int.SampleAsync(seed => WalkAsync(harness, walk, seed), iter: 60, threads: 1);
    }

    private static async Task WalkAsync(OperationHarness harness, WalkDefinition walk, int seed)
    {
        walk.Begin(seed);
        var person = new Random(~seed);
        var operation = await harness.BeginAsync(WalkDefinition.Name);
        for (var turns = 0; ; turns++)
        {
            walk.UndoMayFail = turns < 10;
            var shown = await AdvanceAsync(harness, operation, person.Next(1, 12));
            if (shown.State is OperationState.Succeeded)
            {
                walk.Effects.Select(e => e.Step).Should().BeEquivalentTo("One", "Two", "Three", "Five");
                return;
            }

            if (shown.State is OperationState.Failed or OperationState.Canceled)
            {
                walk.Effects.Should().BeEmpty();
                if (turns > 10 || person.Next(2) == 0)
                {
                    return;
                }
            }

            await SteerAsync(harness, shown, person, persistent: turns <= 10);
        }
    }

    /// <summary>Some decisions, and on to a rest when nothing is left to decide.</summary>
    private static async Task<OperationDto> AdvanceAsync(OperationHarness harness, Guid operation, int decisions)
    {
        var run = harness.Get<OperationRuns>().For(operation);
        for (var i = 0; i < decisions; i++)
        {
            try
            {
                if ((await run.AdvanceAsync(Ct)).Wait is null)
                {
                    break;
                }
            }
            catch (HostDroppedException)
            {
                run = harness.Get<OperationRuns>().For(operation);
            }
        }

        return await harness.ShowAsync(operation);
    }

    private static async Task SteerAsync(OperationHarness harness, OperationDto shown, Random person, bool persistent)
    {
        if (shown.CanRetry && (persistent || shown.State != OperationState.Held))
        {
            await harness.Get<RetryOperation>().HandleAsync(harness.Caller, shown.OperationId, new RetryOperationRequest(), Ct);
        }
        else if (shown.CanDiscard)
        {
            await harness.Get<DiscardOperation>().HandleAsync(harness.Caller, shown.OperationId, Ct);
        }
        else if (shown.CanCancel && person.Next(20) == 0)
        {
            await harness.Get<CancelOperation>().HandleAsync(harness.Caller, shown.OperationId, Ct);
        }
    }
}
