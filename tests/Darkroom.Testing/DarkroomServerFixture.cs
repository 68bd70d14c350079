namespace Darkroom.Testing;

/// <summary>One server on SQLite for all tests of a class, which must not mind what the others leave behind.</summary>
public sealed class DarkroomServerFixture : IAsyncLifetime
{
    public DarkroomServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await DarkroomServer.StartAsync();

    public ValueTask DisposeAsync() => Server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
