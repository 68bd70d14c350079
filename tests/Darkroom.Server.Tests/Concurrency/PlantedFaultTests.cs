using CsCheck;
using Darkroom.Server.Composition;
using Darkroom.Server.Tests.Concurrency.Faults;

namespace Darkroom.Server.Tests.Concurrency;

/// <summary>The test of concurrency is put to the test: it finds servers that break a rule.</summary>
[Trait("Suite", "full")]
public sealed class PlantedFaultTests(ITestOutputHelper output)
{
    private const int AtOnce = 4;
    private const int Most = 100;

    public static TheoryData<string> Faults => [.. PlantedFault.All.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_planted_fault_is_found(string fault)
    {
        await using var server = await AdministeredServer.StartAsync(DatabaseKind.Sqlite, PlantedFault.All[fault]);

        for (var days = AtOnce; days <= Most; days += AtOnce)
        {
            var found = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Workday.WhyNotAsync(server, Plan.Any.Single())));
            if (found.FirstOrDefault(whyNot => whyNot is not null) is { } broken)
            {
                output.WriteLine($"Found in the first {days} days of work:\n{broken}");
                return;
            }
        }

        Assert.Fail($"{Most} days of work have not shown it.");
    }
}
