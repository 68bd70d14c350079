using System.Net;
using System.Net.Sockets;
using Darkroom.PowerShell.Tasks;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.Simulator;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Waiting;

/// <summary>A server that goes away while a cmdlet waits for its task.</summary>
public sealed class RestartTests
{
    // Slow enough that a preparation is still at work when the server is back.
    private const double ClockScale = 40;

    [Fact]
    [Trait("Suite", "full")]
    public async Task A_server_that_restarts_is_waited_for()
    {
        await using var simulator = await SimulatorServer.StartAsync(new SimulatorOptions { ClockScale = ClockScale }, TestContext.Current.CancellationToken);
        await using var server = await DarkroomServer.StartAsync(change: settings => settings with
        {
            Url = new Uri($"http://127.0.0.1:{FreePort()}"),
            Simulate = false,
            SimulatorUrl = simulator.BaseUri,
            ClockScale = 1,
        });
        await DemoScene.HostingUnitAsync(server.Administrator, TestContext.Current.CancellationToken);
        using var host = await PowerShellHost.StartAsync(server);
        using var script = await Preparations.BeginAsync(server, host);
        await server.RestartAsync(() => script.ProgressAsync(record => record.StatusDescription.Contains("hasn't answered since", StringComparison.Ordinal)));
        var result = await script.EndAsync();
        result.ShouldSucceed()["TaskState"].Should().Be(ProvTaskState.Finished);
        result.Progress.Select(record => record.StatusDescription).Should().Contain(status => status.Contains("hasn't answered since", StringComparison.Ordinal));
        result.Progress[^2].StatusDescription.Should().NotContain("hasn't answered");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
