using Darkroom.Contracts.Operations;
using Darkroom.Studio.Operations;

namespace Darkroom.Studio.Tests.Operations;

public sealed class WorkTimeTests
{
    private static readonly DateTimeOffset Begun = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Time_goes_on_while_a_step_runs_and_stays_with_its_end()
    {
        WorkTime.Of(Step(StepState.Running)).Should().Be(new WorkTime(TimeSpan.Zero, Begun));
        WorkTime.Of(Step(StepState.Undone) with { FinishedAt = Begun.AddMinutes(3) }).Should().Be(new WorkTime(TimeSpan.FromMinutes(3), null));
        WorkTime.Of(Step(StepState.Waiting) with { StartedAt = null }).Should().Be(new WorkTime(TimeSpan.Zero, null));
    }

    [Theory]
    [InlineData(StepState.Running, 14, false)]
    [InlineData(StepState.Running, 16, true)]
    [InlineData(StepState.Waiting, 16, false)]
    public void What_runs_for_half_as_long_again_as_usual_is_overdue(StepState state, int minutes, bool isOverdue) =>
        WorkTime.Of(Step(state)).IsOverdue(new ExpectedTimeDto(600, 3), Begun.AddMinutes(minutes)).Should().Be(isOverdue);

    [Fact]
    public void Nothing_is_overdue_that_nobody_knows_the_usual_time_of() =>
        WorkTime.Of(Step(StepState.Running)).IsOverdue(null, Begun.AddDays(1)).Should().BeFalse();

    private static OperationStepDto Step(StepState state) => new() { Name = "AwaitImage", State = state, StartedAt = Begun };
}
