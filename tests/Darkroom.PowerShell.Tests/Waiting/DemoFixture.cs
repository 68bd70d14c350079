using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Waiting;

/// <summary>A server for all tests of a class, with the demo scene.</summary>
public sealed class DemoFixture : IAsyncLifetime
{
    public DarkroomServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Server = await DarkroomServer.StartAsync();
        await DemoScene.HostingUnitAsync(Server.Administrator, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => Server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
