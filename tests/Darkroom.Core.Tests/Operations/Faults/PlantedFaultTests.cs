using Xunit.Sdk;

namespace Darkroom.Core.Tests.Operations.Faults;

/// <summary>The generic tests are put to the test: they find operations that don't stand what every operation must stand.</summary>
[Trait("Suite", "full")]
public sealed class PlantedFaultTests
{
    public static TheoryData<string> Faults => [.. PlantedFault.All.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_planted_fault_is_found(string fault)
    {
        var planted = PlantedFault.All[fault];
        var tests = new GenericStepTests { Plant = planted.PlantIn };

        await FluentActions.Awaiting(() => planted.Find(tests, planted.Scenario)).Should().ThrowAsync<XunitException>().WithMessage(planted.Says);
    }

    [Fact]
    public void Each_operation_has_faults_planted() =>
        PlantedFault.All.Values.Select(fault => Scenarios.All[fault.Scenario].Kind).Distinct().Should().BeEquivalentTo(Scenarios.All.Values.Select(s => s.Kind).Distinct());
}
