using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.ImageVersionSpecs;

/// <summary>A server with the hosting units wsc, wsc-b and wsc-c, in which images are prepared and shared.</summary>
public sealed class PreparedImages : IAsyncLifetime
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly WscFixture _wsc = new();

    public DarkroomServer Server => _wsc.Server;

    /// <summary>Ids of what is in the simulated account.</summary>
    public IEnumerable<string> Account => Server.Simulator.Resources("111122223333", "us-east-1").Select(resource => resource.Id);

    public async ValueTask InitializeAsync()
    {
        await _wsc.InitializeAsync();
        await DemoScene.HostingUnitAsync(Server.Administrator, "wsc", "wsc-b", "us-east-1b", Ct);
        await DemoScene.HostingUnitAsync(Server.Administrator, "wsc", "wsc-c", "us-east-1c", Ct);
    }

    public ValueTask DisposeAsync() => _wsc.DisposeAsync();

    /// <summary>An engine that knows the server, and in <c>$prepared</c> the prepared spec of a definition of its own, shared to units.</summary>
    public async Task<PowerShellHost> StartAsync(string? offering = null, params string[] sharedTo)
    {
        var prepared = await PrepareAsync(offering);
        foreach (var unit in sharedTo)
        {
            var sharing = await Server.Operator.ImageShares.ShareAsync(prepared, unit, ct: Ct);
            (await Server.WaitForOperationAsync(sharing.OperationId)).State.Should().Be(OperationState.Succeeded);
        }

        var host = await PowerShellHost.StartAsync(Server);
        (await host.RunAsync("$prepared = Get-ProvImageVersionSpec $args[0]", prepared)).ShouldSucceed();
        return host;
    }

    private async Task<Guid> PrepareAsync(string? offering)
    {
        var master = await DemoScene.MasterSpecAsync(Server.Operator, $"image {Guid.NewGuid():N}", Ct, name: "wsc");
        var started = await Server.Operator.ImageVersionSpecs.PrepareAsync(
            master.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile, ServiceOffering = offering }, ct: Ct);
        var ended = await Server.WaitForOperationAsync(started.OperationId);
        ended.State.Should().Be(OperationState.Succeeded, ended.Error?.Message);
        return started.ImageVersionSpecUid;
    }
}
