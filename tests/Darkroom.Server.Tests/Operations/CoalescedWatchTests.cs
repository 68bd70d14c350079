using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Operations;

/// <summary>However many preparations of an account wait, their instances are read by one call an interval.</summary>
[Trait("Suite", "full")]
public sealed class CoalescedWatchTests
{
    private const int Preparations = 12;

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twelve_preparations_at_once_all_succeed_on_one_watch()
    {
        // At the usual pace a busy machine lets a step's minutes pass before it has run.
        await using var server = await DarkroomServer.StartAsync(change: settings => settings with { ClockScale = 60 });
        await DemoScene.HostingUnitAsync(server.Administrator, Ct);
        var masters = new List<ImageVersionSpecDto>();
        for (var i = 0; i < Preparations; i++)
        {
            masters.Add(await DemoScene.MasterSpecAsync(server.Operator, $"office {i}", Ct));
        }

        var started = await Task.WhenAll(masters.Select(master => server.Operator.ImageVersionSpecs.PrepareAsync(
            master.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile }, ct: Ct)));

        foreach (var preparation in started)
        {
            var ended = await server.WaitForOperationAsync(preparation.OperationId, bound: TimeSpan.FromMinutes(2));
            ended.State.Should().Be(OperationState.Succeeded, ended.Error?.Message ?? "");
        }

        // Each read of the watch names every waiting instance; were there a call an instance, none would name two.
        var reads = server.Simulator.Journal.Read().Where(call => call.Action == "DescribeInstances").ToList();
        reads.Max(InstancesNamed).Should().BeGreaterThan(1);
    }

    private static int InstancesNamed(Darkroom.Simulator.Control.JournalEntry call) =>
        call.Parameters.Values.Count(value => value.StartsWith("i-", StringComparison.Ordinal));
}
