using Darkroom.PowerShell.Tests.ImageVersionSpecs;
using Darkroom.Simulator.Control;

namespace Darkroom.PowerShell.Tests.ImagesPendingDelete;

/// <summary>Snapshots of removed images that the cloud doesn't delete.</summary>
[Trait("Suite", "full")]
public sealed class PendingDeleteTests(PreparedImages images) : IClassFixture<PreparedImages>
{
    [Fact]
    public async Task What_can_not_be_deleted_is_shown_tried_again_and_forgotten_by_force()
    {
        using var host = await images.StartAsync();
        var fault = images.Server.Simulator.Faults.Add(
            new Fault("DeleteSnapshot", FaultEffect.ErrorBefore, ErrorCode: "InvalidSnapshot.InUse", ErrorMessage: "The snapshot is currently in use"));

        // A waiting removal is left alone: it goes on, and says how to follow it.
        using (var script = host.Begin("Remove-ProvImageVersionSpec $prepared.ImageVersionSpecUid"))
        {
            await script.ProgressAsync(record => record.StatusDescription.StartsWith("DeleteSnapshots", StringComparison.Ordinal));
            await script.StopAsync();
        }

        var task = await host.RunAsync("Get-ProvTask -Type RemoveProvImageVersionSpec");
        host.Screen.Should().Contain($"Get-ProvTask -TaskId {task["TaskId"]}");
        await images.Server.WaitForOperationAsync((Guid)task["TaskId"]!);

        var pending = await host.RunAsync("$pending = Get-Item XDHyp:\\HostingUnits\\wsc | Get-ProvImagesPendingDelete; $pending");
        pending.ShouldSucceed()["HostingUnitName"].Should().Be("wsc");
        pending["SnapshotId"].Should().BeOfType<string>().Which.Should().StartWith("snap-");
        pending["Reason"]!.ToString().Should().Contain("CloudSnapshotInUse");
        images.Account.Should().Contain((string)pending["SnapshotId"]!);
        (await host.RunAsync("Get-ProvImagesPendingDelete -HostingUnitName wsc-*")).ShouldSucceed().Output.Should().BeEmpty();
        (await host.RunAsync("Get-ProvImagesPendingDelete -HostingUnitName nowhere")).ShouldFail("HostingUnitObjectNotFound");
        (await host.RunAsync("Get-ProvImagesPendingDelete -Id ([guid]::NewGuid())")).ShouldFail("UnknownObject");

        (await host.RunAsync("$pending | Remove-ProvImagesPendingDelete")).ShouldFail("PendingImageDeletionRefused").TargetObject.Should().Be(pending["Id"]);
        (await host.RunAsync("$pending | Remove-ProvImagesPendingDelete -ForceDelete")).ShouldSucceed();
        (await host.RunAsync("Get-ProvImagesPendingDelete")).ShouldSucceed().Output.Should().BeEmpty();
        (await host.RunAsync("Remove-ProvImagesPendingDelete -Id $pending.Id -ForceDelete")).ShouldFail("UnknownObject");
        images.Server.Simulator.Faults.Remove(fault);
    }
}
