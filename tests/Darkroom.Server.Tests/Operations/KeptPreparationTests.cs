using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Operations;

/// <summary>A failed preparation whose instance somebody wants to look at.</summary>
[Trait("Suite", "full")]
public sealed class KeptPreparationTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_kept_preparation_instance_stays_without_end_until_somebody_gives_it_one()
    {
        await using var server = await DarkroomServer.StartAsync();
        await DemoScene.HostingUnitAsync(server.Administrator, Ct);
        var master = await DemoScene.MasterSpecAsync(server.Operator, "office", Ct, await OldAgentAsync(server));
        var request = new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile, KeepPreparationInstanceOnFailure = true };

        var started = await server.Operator.ImageVersionSpecs.PrepareAsync(master.ImageVersionSpecUid, request, ct: Ct);
        var held = await server.WaitForOperationAsync(started.OperationId);

        held.Should().BeEquivalentTo(new { State = OperationState.Held, HeldUntil = (DateTimeOffset?)null, Error = new { Code = "AgentTooOld" } });
        var instance = held.Leftovers.Should().ContainSingle(left => left.Kind == "Instance").Which.ResourceId!;
        (await server.Reader.Operations.FollowAsync(started.OperationId, ct: Ct).ToListAsync(Ct))[^1].Message.Should().Be("Held without end.");
        await server.Administrator.Sweeps.RunAsync(Ct);
        State(server, instance).Should().Be("stopped");

        await server.Operator.Operations.HoldAsync(started.OperationId, new HoldOperationRequest { HoldSeconds = 0 }, ct: Ct);

        (await server.WaitForOperationAsync(started.OperationId, o => o.State == OperationState.Failed)).Leftovers.Should().BeEmpty();
        State(server, instance).Should().BeOneOf("shutting-down", "terminated", null);
    }

    private static string? State(DarkroomServer server, string instance) =>
        server.Simulator.Resources("111122223333", "us-east-1").SingleOrDefault(resource => resource.Id == instance)?.State;

    private static async Task<string> OldAgentAsync(DarkroomServer server) =>
        (await server.Reader.HostingUnits.Inventory(DemoScene.Name).ListAsync(ct: Ct)).Items.Single(item => item.Name.StartsWith("win10-2303", StringComparison.Ordinal)).FullPath;
}
