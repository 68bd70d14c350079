using System.Globalization;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Operations;

namespace Darkroom.Core.Tests.Operations;

/// <summary>What every operation must stand, whatever it does. An operation that no scenario exercises fails the first test.</summary>
[Trait("Suite", "full")]
public sealed class GenericStepTests
{
    public static TheoryData<string> Names => [.. Scenarios.All.Keys];

    public static TheoryData<string> Holding => [.. Scenarios.All.Where(s => s.Value.Holds).Select(s => s.Key)];

    public static TheoryData<string> Ending => [.. Scenarios.All.Where(s => !s.Value.Holds).Select(s => s.Key)];

    /// <summary>Puts a fault into the operation that is tested.</summary>
    internal Action<OperationHarness> Plant { get; init; } = _ => { };

    [Fact]
    public async Task Every_operation_is_exercised_here()
    {
        await using var harness = await OperationHarness.StartAsync();

        harness.Get<IEnumerable<OperationDefinition>>().Select(d => d.Kind).Should().BeEquivalentTo(Scenarios.All.Values.Select(s => s.Kind).Distinct());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_step_run_twice_has_the_effect_of_once(string name)
    {
        await using var harness = await OperationHarness.StartAsync();
        var (scenario, before, operation) = await StartAsync(harness, name);

        // A commit that is lost after the step's effects makes the step run again: once for each step.
        harness.Faults.LoseOutcomes = true;
        var ended = await scenario.DriveAsync(harness, operation);

        ended.State.Should().Be(OperationState.Succeeded, ended.Error?.ToString());
        harness.Faults.OutcomesLost.Should().Be(ended.Steps.Count + scenario.UndoneBeside);
        await CheckSuccessAsync(harness, scenario, before, "each step ran twice");
    }

    [Theory]
    [MemberData(nameof(Holding))]
    public async Task A_failure_at_each_step_can_be_discarded_and_leaves_nothing(string name)
    {
        var steps = 1;
        for (var index = 0; index < steps; index++)
        {
            await using var harness = await OperationHarness.StartAsync();
            var (scenario, before, operation) = await StartAsync(harness, name);

            harness.Faults.FailAt = index;
            var held = await scenario.DriveAsync(harness, operation);
            steps = held.Steps.Count;
            held.State.Should().Be(OperationState.Held, Step(held, index));
            held.Steps.Single(s => s.State == StepState.Failed).Name.Should().Be(held.Steps[index].Name);
            await scenario.CheckFailedAsync(harness, held.Steps[index].Name);

            // By the time a person decides, the cloud shows what it has made.
            await harness.Clock.Delay(TimeSpan.FromMinutes(1), CancellationToken.None);
            await harness.Get<DiscardOperation>().HandleAsync(harness.Caller, operation, CancellationToken.None);
            var ended = await scenario.DriveAsync(harness, operation);
            ended.State.Should().Be(OperationState.Failed, Step(held, index));
            ended.Steps.Should().NotContain(s => s.State == StepState.UndoFailed);
            (await harness.NewSinceAsync(before)).Should().BeSubsetOf(scenario.MayStay, Step(held, index));
        }
    }

    [Theory]
    [MemberData(nameof(Ending))]
    public async Task A_failure_at_each_step_of_what_is_not_held_ends_it_and_a_Retry_finishes_it(string name)
    {
        var steps = 1;
        for (var index = 0; index < steps; index++)
        {
            await using var harness = await OperationHarness.StartAsync();
            var (scenario, before, operation) = await StartAsync(harness, name);

            harness.Faults.FailAt = index;
            var failed = await scenario.DriveAsync(harness, operation);
            steps = failed.Steps.Count;
            failed.State.Should().Be(OperationState.Failed, Step(failed, index));
            (await harness.NewSinceAsync(before)).Should().BeEmpty(Step(failed, index));
            await scenario.CheckFailedAsync(harness, failed.Steps[index].Name);

            await harness.Get<RetryOperation>().HandleAsync(harness.Caller, operation, new RetryOperationRequest(), CancellationToken.None);
            var ended = await scenario.DriveAsync(harness, operation);
            ended.State.Should().Be(OperationState.Succeeded, Step(failed, index));
            await CheckSuccessAsync(harness, scenario, before, Step(failed, index));
        }
    }

    [Theory]
    [MemberData(nameof(Ending))]
    public async Task What_is_not_held_has_nothing_to_take_back(string name)
    {
        await using var harness = await OperationHarness.StartAsync();

        harness.Get<IEnumerable<OperationDefinition>>().Single(d => d.Kind == Scenarios.All[name].Kind).Steps.Should().OnlyContain(step => step.Undo == null);
    }

    [Theory]
    [MemberData(nameof(Holding))]
    public async Task Each_undo_run_twice_has_the_effect_of_once(string name)
    {
        await using var harness = await OperationHarness.StartAsync();
        var (scenario, before, operation) = await StartAsync(harness, name);
        harness.Faults.FailAt = (await harness.ShowAsync(operation)).Steps.Count - 1;
        await scenario.DriveAsync(harness, operation);

        await harness.Get<CancelOperation>().HandleAsync(harness.Caller, operation, CancellationToken.None);
        harness.Faults.LoseOutcomes = true;
        var ended = await scenario.DriveAsync(harness, operation);

        ended.State.Should().Be(OperationState.Canceled);
        harness.Faults.OutcomesLost.Should().BePositive();
        (await harness.NewSinceAsync(before)).Should().BeSubsetOf(scenario.MayStay);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_host_dropped_at_any_store_write_or_cloud_call_loses_and_doubles_nothing(string name)
    {
        var points = 0;
        for (var drop = 1; drop == 1 || drop <= points; drop++)
        {
            await using var harness = await OperationHarness.StartAsync();
            var (scenario, before, operation) = await StartAsync(harness, name);

            harness.Failpoints.DropAt = drop;
            harness.Failpoints.Armed = true;
            var ended = await scenario.DriveAsync(harness, operation);
            harness.Failpoints.Armed = false;
            points = Math.Max(points, harness.Failpoints.Points.Count);

            var where = string.Create(CultureInfo.InvariantCulture, $"{harness.Failpoints.Points.ElementAtOrDefault(drop - 1)} (point {drop})");
            ended.State.Should().Be(OperationState.Succeeded, where);
            await CheckSuccessAsync(harness, scenario, before, where);
        }

        points.Should().BeGreaterThanOrEqualTo(Scenarios.All[name].Points);
    }

    private async Task<(Scenario Scenario, ILookup<string, string> Before, Guid Operation)> StartAsync(OperationHarness harness, string name)
    {
        var scenario = Scenarios.All[name];
        var setUp = await scenario.SetUpAsync(harness);
        var before = harness.Listing();
        Plant(harness);
        return (scenario, before, await scenario.StartAsync(harness, setUp));
    }

    private static async Task CheckSuccessAsync(OperationHarness harness, Scenario scenario, ILookup<string, string> before, string because)
    {
        (await harness.NewSinceAsync(before)).Should().BeEquivalentTo(scenario.Made, because);
        (await harness.GoneSinceAsync(before)).Should().BeEquivalentTo(scenario.Gone, because);
        harness.EverMade(before).Should().BeEquivalentTo(scenario.EverMade, because);
        harness.Unintended.Should().BeEmpty("what a call makes has no intent otherwise ({0})", because);
        await scenario.CheckAsync(harness);
    }

    private static string Step(OperationDto operation, int index) => $"it failed at {operation.Steps[index].Name}";
}
