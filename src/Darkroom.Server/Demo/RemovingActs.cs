using Darkroom.Contracts.Images;

namespace Darkroom.Server.Demo;

/// <summary>What can't be removed yet and why, and then everything, in the right order.</summary>
internal static class RemovingActs
{
    public static async Task RefuseAsync(Demonstration demo, CancellationToken ct)
    {
        demo.Stage.Act("Remove what something else still needs");
        var client = demo.Client;
        var (master, prepared) = (await demo.SpecAsync(1, prepared: false, ct), await demo.SpecAsync(1, prepared: true, ct));
        await demo.RefusedAsync("the prepared spec", "ImageVersionSpecShared", () => client.ImageVersionSpecs.RemoveAsync(prepared.ImageVersionSpecUid, ct: ct));
        await demo.RefusedAsync("its master spec", "MasterSpecInUse", () => client.ImageVersionSpecs.RemoveAsync(master.ImageVersionSpecUid, ct: ct));
        await demo.RefusedAsync("version 1", "ImageVersionHasSpecs", () => client.ImageVersions.RemoveAsync(Demonstration.Definition, "1", ct: ct));
        await demo.RefusedAsync(
            $"{Demonstration.Definition} off its connection",
            "ImageDefinitionConnectionInUse",
            () => client.ImageDefinitions.RemoveConnectionAsync(Demonstration.Definition, ConnectingActs.Connection, ct: ct));
        await demo.RefusedAsync("the definition", "ImageDefinitionHasVersions", () => client.ImageDefinitions.RemoveAsync(Demonstration.Definition, ct: ct));
        await demo.RefusedAsync("the second hosting unit", "ObjectCannotBeRemoved", () => client.HostingUnits.RemoveAsync(SharingActs.SecondUnit, ct: ct));
        await demo.RefusedAsync("the connection", "HypervisorConnectionObjectToDeleteIsInUse", () => client.Connections.RemoveAsync(ConnectingActs.Connection, ct: ct));
    }

    public static async Task RemoveAsync(Demonstration demo, CancellationToken ct)
    {
        demo.Stage.Act("Remove everything in the right order");
        var client = demo.Client;
        var (master, prepared) = (await demo.SpecAsync(1, prepared: false, ct), await demo.SpecAsync(1, prepared: true, ct));
        await demo.AwaitAsync((await client.ImageShares.UnshareAsync(prepared.ImageVersionSpecUid, SharingActs.SecondUnit, ct: ct)).OperationId, ct);
        demo.Stage.Good($"version 1 isn't shared with {SharingActs.SecondUnit} any more");
        await demo.SucceedAsync((await client.ImageVersionSpecs.RemoveAsync(prepared.ImageVersionSpecUid, ct: ct)).OperationId, ct);
        demo.Stage.Good($"its prepared spec is gone, with {prepared.ImageId} and its snapshots");
        await demo.AwaitAsync((await client.ImageVersionSpecs.RemoveAsync(master.ImageVersionSpecUid, ct: ct)).OperationId, ct);
        await client.ImageVersions.RemoveAsync(Demonstration.Definition, "1", ct: ct);
        demo.Stage.Good("its master spec is gone, then version 1");

        await WithSpecsAsync(demo, 2, "version 2 is gone in one go, with its share, its specs, image and snapshots", ct);
        await WithSpecsAsync(demo, 3, "version 3 is gone, with what is left of its preparation", ct);
        await client.ImageDefinitions.RemoveAsync(Demonstration.Definition, ct: ct);
        demo.Stage.Good($"{Demonstration.Definition} is gone, with its binding to {ConnectingActs.Connection}");

        foreach (var unit in (string[])[SharingActs.SecondUnit, ConnectingActs.Unit, .. SharingActs.Elsewhere])
        {
            await client.HostingUnits.RemoveAsync(unit, ct: ct);
        }

        demo.Stage.Good("the hosting units are gone, and the isolation group with the last one of its VPC");
        foreach (var connection in (string[])[ConnectingActs.Connection, .. SharingActs.Elsewhere])
        {
            await client.Connections.RemoveAsync(connection, ct: ct);
        }

        demo.Stage.Good("the connections are gone");
    }

    private static async Task WithSpecsAsync(Demonstration demo, int version, string done, CancellationToken ct)
    {
        var started = await demo.Client.ImageVersions.RemoveWithSpecsAsync(Demonstration.Definition, $"{version}", SharesOnRemoval.Remove, ct: ct)
            ?? throw new DemoFailedException($"Version {version} should have had specs.");
        await demo.AwaitAsync(started.OperationId, ct);
        demo.Stage.Good(done);
    }
}
