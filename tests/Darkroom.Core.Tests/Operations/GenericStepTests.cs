using System.Globalization;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Operations;

namespace Darkroom.Core.Tests.Operations;

/// <summary>What every operation must stand, whatever it does. An operation that no scenario exercises fails the first test.</summary>
public sealed class GenericStepTests
{
    private static readonly Dictionary<string, int> OneImage = new() { ["image"] = 1, ["snapshot"] = 1, ["security-group"] = 1 };
    private static readonly Dictionary<string, int> OnlyTheIsolationGroup = new() { ["security-group"] = 1 };

    /// <summary>How each operation is started; more kinds come with their features.</summary>
    private static readonly Dictionary<string, Func<OperationHarness, Task<Guid>>> Scenarios = new()
    {
        ["PrepareImage"] = async harness => (await harness.PrepareAsync()).OperationId,
    };

    public static TheoryData<string> Kinds => [.. Scenarios.Keys];

    [Fact]
    public async Task Every_operation_is_exercised_here()
    {
        await using var harness = await OperationHarness.StartAsync();

        harness.Get<IEnumerable<OperationDefinition>>().Select(d => d.Kind).Should().BeEquivalentTo(Scenarios.Keys);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_step_run_twice_has_the_effect_of_once(string kind)
    {
        await using var harness = await OperationHarness.StartAsync();
        var before = harness.Listing();
        var operation = await Scenarios[kind](harness);

        // A commit that is lost after the step's effects makes the step run again: once for each step.
        harness.Faults.LoseOutcomes = true;
        var ended = await harness.DriveAsync(operation);

        ended.State.Should().Be(OperationState.Succeeded, ended.Error?.ToString());
        harness.Faults.OutcomesLost.Should().Be(ended.Steps.Count);
        (await harness.NewSinceAsync(before)).Should().BeEquivalentTo(OneImage);
        harness.EverMade(before).Should().BeEquivalentTo(new Dictionary<string, int> { ["instance"] = 1, ["image"] = 1, ["security-group"] = 1 });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_failure_at_each_step_can_be_discarded_and_leaves_nothing(string kind)
    {
        var steps = 1;
        for (var index = 0; index < steps; index++)
        {
            await using var harness = await OperationHarness.StartAsync();
            var before = harness.Listing();
            var operation = await Scenarios[kind](harness);

            harness.Faults.FailAt = index;
            var held = await harness.DriveAsync(operation);
            steps = held.Steps.Count;
            held.State.Should().Be(OperationState.Held, Step(held, index));
            held.Steps.Single(s => s.State == StepState.Failed).Name.Should().Be(held.Steps[index].Name);

            // By the time a person decides, the cloud shows what it has made.
            await harness.Clock.Delay(TimeSpan.FromMinutes(1), CancellationToken.None);
            await harness.Get<DiscardOperation>().HandleAsync(harness.Caller, operation, CancellationToken.None);
            var ended = await harness.DriveAsync(operation);
            ended.State.Should().Be(OperationState.Failed, Step(held, index));
            ended.Steps.Should().NotContain(s => s.State == StepState.UndoFailed);
            (await harness.NewSinceAsync(before)).Should().BeSubsetOf(OnlyTheIsolationGroup, Step(held, index));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_undo_run_twice_has_the_effect_of_once(string kind)
    {
        await using var harness = await OperationHarness.StartAsync();
        var before = harness.Listing();
        var operation = await Scenarios[kind](harness);
        harness.Faults.FailAt = (await harness.ShowAsync(operation)).Steps.Count - 1;
        await harness.DriveAsync(operation);

        await harness.Get<CancelOperation>().HandleAsync(harness.Caller, operation, CancellationToken.None);
        harness.Faults.LoseOutcomes = true;
        var ended = await harness.DriveAsync(operation);

        ended.State.Should().Be(OperationState.Canceled);
        harness.Faults.OutcomesLost.Should().BePositive();
        (await harness.NewSinceAsync(before)).Should().BeSubsetOf(OnlyTheIsolationGroup);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [Trait("Suite", "full")]
    public async Task A_host_dropped_at_any_store_write_or_cloud_call_loses_and_doubles_nothing(string kind)
    {
        var points = 0;
        for (var drop = 1; drop == 1 || drop <= points; drop++)
        {
            await using var harness = await OperationHarness.StartAsync();
            var before = harness.Listing();
            var operation = await Scenarios[kind](harness);

            harness.Failpoints.DropAt = drop;
            harness.Failpoints.Armed = true;
            var ended = await harness.DriveAsync(operation);
            points = Math.Max(points, harness.Failpoints.Points.Count);

            var where = string.Create(CultureInfo.InvariantCulture, $"{harness.Failpoints.Points.ElementAtOrDefault(drop - 1)} (point {drop})");
            ended.State.Should().Be(OperationState.Succeeded, where);
            (await harness.NewSinceAsync(before)).Should().BeEquivalentTo(OneImage, where);
            harness.EverMade(before).Should().BeEquivalentTo(
                new Dictionary<string, int> { ["instance"] = 1, ["image"] = 1, ["security-group"] = 1 }, where);
        }

        points.Should().BeGreaterThan(20);
    }

    private static string Step(OperationDto operation, int index) => $"it failed at {operation.Steps[index].Name}";
}
