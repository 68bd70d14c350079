using Darkroom.Core.Storage;
using Darkroom.Server.Composition;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Testing;

/// <summary>A migrated database without a server, for tests of storage itself.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly TestFolder _folder;
    private readonly ServiceProvider _services;

    private TestStore(TestFolder folder, ServerSettings settings, ServiceProvider services)
    {
        _folder = folder;
        _services = services;
        Settings = settings;
    }

    public ServerSettings Settings { get; }

    public IDbContextFactory<DarkroomDb> Databases => _services.GetRequiredService<IDbContextFactory<DarkroomDb>>();

    public WriteGate Gate => _services.GetRequiredService<WriteGate>();

    public static async Task<TestStore> StartAsync(DatabaseKind database)
    {
        var folder = new TestFolder();
        var settings = await TestDatabase.MigratedAsync(database, folder.Data);
        var services = new ServiceCollection();
        services.AddStorage(settings);
        return new TestStore(folder, settings, services.BuildServiceProvider());
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
