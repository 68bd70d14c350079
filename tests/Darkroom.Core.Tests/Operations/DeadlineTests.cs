using Darkroom.Contracts.Operations;
using Darkroom.Core.Clouds;
using Darkroom.Core.Operations;

namespace Darkroom.Core.Tests.Operations;

/// <summary>A step's time is over when a look that begins after it finds nothing: a slow one before takes nothing from it.</summary>
public sealed class DeadlineTests
{
    private static readonly TimeSpan LongerThanAnyStep = TimeSpan.FromDays(1);

    [Theory]
    [Trait("Suite", "full")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_look_that_took_longer_than_the_step_may_is_followed_by_another(bool refused)
    {
        var looks = 0;
        OperationHarness harness = null!;
        await using var started = harness = await OperationHarness.StartAsync(new OneStep(_ =>
        {
            if (++looks > 1)
            {
                return Task.FromResult(StepResult.Done());
            }

            harness.Simulator.Clock.Advance(LongerThanAnyStep);
            return refused
                ? throw new CloudException(CloudErrors.NotVisibleYet.With("thing", "x"), transient: true)
                : Task.FromResult(StepResult.Wait(TimeSpan.FromSeconds(5)));
        }));

        var operation = await harness.DriveAsync(await harness.BeginAsync(OneStep.Name));

        operation.State.Should().Be(OperationState.Succeeded, operation.Error?.ToString());
        looks.Should().Be(2);
    }
}
