using Darkroom.Contracts.Operations;
using Darkroom.Core.Operations;

namespace Darkroom.Core.Tests.Operations;

public sealed class OperationLogTests
{
    private static readonly DateTimeOffset Begin = new(2026, 5, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly IReadOnlyList<Step> Steps = [.. new[] { "First", "Second" }.Select(name => new Step(name, _ => Task.FromResult<StepResult>(new StepResult.Completed(null, null)), "Processing", "Processing"))];

    [Fact]
    public void What_a_step_took_ends_with_the_step_and_not_with_its_undo()
    {
        var step = OperationLog.Fold(Steps, Log(("First", OperationEventKind.StepStarted, 1, 0), ("First", OperationEventKind.StepSucceeded, 1, 2), ("First", OperationEventKind.UndoStarted, 1, 900), ("First", OperationEventKind.UndoFinished, 1, 905)))[0];

        step.State.Should().Be(StepState.Undone);
        step.FinishedAt.Should().Be(Begin.AddSeconds(2));
    }

    [Fact]
    public void What_was_taken_back_before_an_attempt_waits_in_it_until_its_turn()
    {
        var before = new[]
        {
            ("First", OperationEventKind.StepStarted, 1, 0), ("First", OperationEventKind.StepSucceeded, 1, 2), ("Second", OperationEventKind.StepStarted, 1, 2), ("Second", OperationEventKind.StepFailed, 1, 5),
            ("Second", OperationEventKind.UndoFinished, 1, 60), ("First", OperationEventKind.UndoFinished, 1, 61),
        };

        Shown(before).Select(step => step.State).Should().Equal(StepState.Undone, StepState.Undone);
        Shown([.. before, ("First", OperationEventKind.StepStarted, 2, 62)]).Should().SatisfyRespectively(
            first => first.State.Should().Be(StepState.Running), second => second.Should().Be(new StepRecord("Second")));
        Shown([.. before, ("First", OperationEventKind.StepStarted, 2, 62), ("First", OperationEventKind.UndoFinished, 2, 63)]).Select(step => step.State).Should().Equal(StepState.Undone, StepState.Waiting);
    }

    private static IEnumerable<StepRecord> Shown((string Step, OperationEventKind Kind, int Attempt, int Second)[] lines)
    {
        var log = Log(lines);
        return OperationLog.InLastAttempt(OperationLog.Fold(Steps, log), log);
    }

    private static List<OperationEvent> Log(params (string Step, OperationEventKind Kind, int Attempt, int Second)[] lines) =>
    [
        .. lines.Index().Select(line => new OperationEvent
        {
            Sequence = line.Index, OperationId = Guid.Empty, At = Begin.AddSeconds(line.Item.Second), Kind = line.Item.Kind, Step = line.Item.Step, Attempt = line.Item.Attempt, Message = "", Progress = 0,
        }),
    ];
}
