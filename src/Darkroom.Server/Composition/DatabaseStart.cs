using Darkroom.Core.Hosting;
using Darkroom.Core.Storage;
using Darkroom.Core.Time;
using Darkroom.Server.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Server.Composition;

/// <summary>
/// What a start does to the database: the schema, the primary zone, and the local administrator's token. It takes as long as the rest of the
/// start, so it runs beside it, in a small container of its own; as a hosted service it holds up whatever reads tables.
/// </summary>
internal sealed class DatabaseStart(ServerSettings settings, Clock clock, CancellationToken ct) : IHostedService
{
    private readonly Task<string> _token = Task.Run(() => PrepareAsync(settings, clock, ct), ct);

    /// <summary>The local administrator's token, once the database is ready.</summary>
    /// <exception cref="StartRefusedException">The database isn't one that this program can serve.</exception>
    public Task<string> Token => _token;

    public Task StartAsync(CancellationToken cancellationToken) => _token.WaitAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task<string> PrepareAsync(ServerSettings settings, Clock clock, CancellationToken ct)
    {
        var services = new ServiceCollection().AddSingleton(clock).AddSingleton<PrimaryZone>().AddSingleton<LocalAdministrator>();
        services.AddStorage(settings);
        await using var provider = services.BuildServiceProvider();
        var databases = provider.GetRequiredService<IDbContextFactory<DarkroomDb>>();
        if (settings.Database == DatabaseKind.Sqlite)
        {
            await Schema.MigrateAsync(databases, ct);
        }
        else
        {
            await Schema.RequireCurrentAsync(databases, ct);
        }

        await provider.GetRequiredService<PrimaryZone>().EnsureAsync(ct);
        return await provider.GetRequiredService<LocalAdministrator>().EnsureTokenAsync(settings.Data.ReadEndpoint()?.Token, ct);
    }
}
