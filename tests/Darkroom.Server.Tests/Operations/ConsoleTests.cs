using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Server.Tests.Images;
using Darkroom.Simulator.Control;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Operations;

[Trait("Suite", "full")]
public sealed class ConsoleTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_console_is_read_from_the_instance_while_there_is_one_and_its_end_is_kept()
    {
        await using var server = await DarkroomServer.StartAsync();
        await DemoScene.HostingUnitAsync(server.Administrator, Ct);
        var master = await DemoScene.MasterSpecAsync(server.Operator, "office", Ct, await OldAgentAsync(server));
        var operation = (await server.Operator.ImageVersionSpecs.PrepareAsync(
            master.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile, HoldSeconds = 360_000 }, ct: Ct)).OperationId;
        var held = await server.WaitForOperationAsync(operation);
        held.Error!.Code.Should().Be("AgentTooOld");
        var before = server.Simulator.Journal.LastSequence;

        var live = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.Reader.Operations.GetConsoleAsync(operation, Ct)));

        var instance = held.Leftovers.Single(left => left.Kind == "Instance").ResourceId;
        live.Should().AllSatisfy(console => console.Should().BeEquivalentTo(new { IsLive = true, InstanceId = instance }));
        live[0].Text.Should().Contain("Windows is Ready to use").And.Contain("\"AgentVersion\",\"value\":\"2303");
        var readAt = live.Select(console => console.ReadAt).Distinct().Order().ToArray();
        readAt.Zip(readAt.Skip(1), (one, next) => next - one).Should().AllSatisfy(between => between.Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(10)));
        server.Simulator.Journal.Read(before).Count(call => call.Action == "GetConsoleOutput").Should().Be(readAt.Length, "those who look at once share a reading");
        (await server.Reader.Operations.ListCloudCallsAsync(operation, ct: Ct)).Items.Should().NotContain(call => call.LastAt > held.LastUpdateAt, "who looks isn't the operation");

        await server.Operator.Operations.DiscardAsync(operation, ct: Ct);
        await server.WaitForOperationAsync(operation, o => o.State == OperationState.Failed);
        var kept = await server.Reader.Operations.GetConsoleAsync(operation, Ct);
        kept.Should().BeEquivalentTo(new { IsLive = false, live[0].InstanceId, live[0].Text });
        kept.ReadAt.Should().BeBefore(live[0].ReadAt);
    }

    [Fact]
    public async Task An_instance_that_could_not_be_taken_away_is_not_called_gone()
    {
        await using var server = await DarkroomServer.StartAsync();
        await DemoScene.HostingUnitAsync(server.Administrator, Ct);
        var master = await DemoScene.MasterSpecAsync(server.Operator, "office", Ct, await OldAgentAsync(server));
        var operation = (await server.Operator.ImageVersionSpecs.PrepareAsync(
            master.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile, HoldSeconds = 360_000 }, ct: Ct)).OperationId;
        (await server.WaitForOperationAsync(operation)).State.Should().Be(OperationState.Held);
        server.Simulator.Faults.Add(new Fault("TerminateInstances", FaultEffect.ErrorBefore, ErrorCode: "UnauthorizedOperation", ErrorStatus: 403));
        await server.Operator.Operations.DiscardAsync(operation, ct: Ct);
        (await server.WaitForOperationAsync(operation, o => o.State is OperationState.Stuck or OperationState.Failed)).State.Should().Be(OperationState.Stuck);

        (await server.Reader.Operations.GetConsoleAsync(operation, Ct)).IsLive.Should().BeTrue();
    }

    [Fact]
    public async Task What_has_started_no_instance_has_no_console()
    {
        await using var server = await DarkroomServer.StartAsync();
        await DemoScene.HostingUnitAsync(server.Administrator, Ct);
        server.Simulator.Capacity.Set("us-east-1a", null, 0);
        var master = await DemoScene.MasterSpecAsync(server.Operator, "office", Ct);
        var operation = (await server.Operator.ImageVersionSpecs.PrepareAsync(
            master.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile }, ct: Ct)).OperationId;
        await server.WaitForOperationAsync(operation);

        await Refused.WithAsync("ConsoleNotThere", () => server.Reader.Operations.GetConsoleAsync(operation, Ct));
        await Refused.WithAsync("OperationNotFound", () => server.Reader.Operations.GetConsoleAsync(Guid.NewGuid(), Ct));
        await Refused.WithAsync("OperationNotFound", () => server.Reader.Operations.ListCloudCallsAsync(Guid.NewGuid(), ct: Ct));
    }

    private static async Task<string> OldAgentAsync(DarkroomServer server) =>
        (await server.Reader.HostingUnits.Inventory(DemoScene.Name).ListAsync(ct: Ct)).Items.Single(item => item.Name.StartsWith("win10-2303", StringComparison.Ordinal)).FullPath;
}
