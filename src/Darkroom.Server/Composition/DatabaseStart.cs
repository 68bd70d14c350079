using Darkroom.Core.Hosting;
using Darkroom.Core.ServiceConfiguration;
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
        var services = new ServiceCollection().AddSingleton(clock).AddSingleton<PrimaryZone>().AddSingleton<SiteCloud>().AddSingleton<LocalAdministrator>();
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

        if (await provider.GetRequiredService<SiteCloud>().TakeAsync(settings.IsSimulated, settings.Data.HasSimulatedAws, ct) is var answer and not SiteCloudAnswer.Taken)
        {
            throw OtherCloud(settings, answer);
        }

        await provider.GetRequiredService<PrimaryZone>().EnsureAsync(ct);
        return await provider.GetRequiredService<LocalAdministrator>().EnsureTokenAsync(settings.Data.ReadEndpoint()?.Token, ct);
    }

    private static StartRefusedException OtherCloud(ServerSettings settings, SiteCloudAnswer answer)
    {
        var data = settings.Database == DatabaseKind.Sqlite ? $"The data folder {settings.Data.Path}" : "The PostgreSQL database";
        if (answer == SiteCloudAnswer.LooksOther)
        {
            return new(
                $"{data} seems to have connections to a simulated AWS, since {settings.Data.SimulatedAwsFile} is there, and the server was to use the real one.",
                "Start it with --simulate, give real AWS a folder of its own with --data, or move that file away if its connections lead to real AWS.");
        }

        return settings.IsSimulated
            ? new($"{data} has connections to real AWS, and the server was to use a simulated one.", "Start it without --simulate or --simulator, or give the simulated one a folder of its own with --data.")
            : new($"{data} has connections to a simulated AWS, and the server was to use the real one.", "Start it with --simulate (or --simulator), or give real AWS a folder of its own with --data.");
    }
}
