using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Host;

/// <summary>A server for all tests of a class, with a connection and a hosting unit that are both called wsc, as in the documented scripts.</summary>
public sealed class WscFixture : IAsyncLifetime
{
    public DarkroomServer Server { get; private set; } = null!;

    public Guid HostingUnitUid { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Server = await DarkroomServer.StartAsync();
        HostingUnitUid = (await DemoScene.HostingUnitAsync(Server.Administrator, CancellationToken.None, "wsc")).HostingUnitUid;
    }

    public ValueTask DisposeAsync() => Server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
