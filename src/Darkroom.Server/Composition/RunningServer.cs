using Darkroom.Client;
using Darkroom.Contracts.Access;
using Darkroom.Core.Access;
using Darkroom.Core.Time;
using Darkroom.Simulator;
using Darkroom.Simulator.History;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Darkroom.Server.Composition;

/// <summary>A server that listens. <c>serve</c>, <c>demo</c> and the tests start the same one.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly IDisposable _lock;

    private RunningServer(WebApplication app, IDisposable folderLock, SimulatorServer? simulator, CloudSetting cloud, LocalEndpoint endpoint)
    {
        _app = app;
        _lock = folderLock;
        Simulator = simulator;
        ClockScale = cloud.ClockScale;
        Endpoint = endpoint;
    }

    /// <summary>Where it listens and the local administrator's token.</summary>
    public LocalEndpoint Endpoint { get; }

    /// <summary>The simulated AWS beside the server; null when the cloud is real or simulated elsewhere.</summary>
    public SimulatorServer? Simulator { get; }

    /// <summary>How many times faster than real time its clock runs.</summary>
    public double ClockScale { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>A new one-time link that signs a browser in as the local administrator.</summary>
    public SignInLinkDto MakeSignInLink() => Services.GetRequiredService<SignInLinks>().Make(TokenText.HashOf(Endpoint.Token));

    /// <summary>Takes the data folder, brings the schema up to date, starts to listen and writes the endpoint file.</summary>
    /// <exception cref="StartRefusedException">What was asked for can't be served.</exception>
    public static async Task<RunningServer> StartAsync(ServerSettings settings, CancellationToken ct)
    {
        settings = settings.Checked();
        var folderLock = settings.Data.Lock();
        WebApplication? app = null;
        SimulatorServer? simulator = null;
        DatabaseStart? database = null;
        var hasStarted = false;
        try
        {
            simulator = settings.Simulate ? await SimulateAsync(settings, ct) : null;
            var cloud = await CloudOfAsync(settings, simulator, ct);
            database = new DatabaseStart(settings, new Clock(cloud.Time), ct);
            app = Build(settings, cloud, database, () => ct.IsCancellationRequested && !hasStarted);
            await app.StartAsync(ct);
            hasStarted = true;
            var endpoint = new LocalEndpoint(UrlOf(app), await database.Token);
            settings.Data.WriteEndpoint(endpoint);
            return new RunningServer(app, folderLock, simulator, cloud, endpoint);
        }
        catch (Exception failure)
        {
            if (database is not null)
            {
                await ((Task)database.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            if (app is not null)
            {
                // A silo that runs already has to be stopped, or it complains of what is disposed under it. What failed first is what counts.
                await app.StopAsync(CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await app.DisposeAsync();
            }

            await StopAsync(simulator);
            folderLock.Dispose();

            // Whatever breaks in a start that is interrupted: it was interrupted.
            ct.ThrowIfCancellationRequested();
            if (StartFailures.Explain(failure, settings) is { } refused)
            {
                throw refused;
            }

            throw;
        }
    }

    /// <summary>Ends when the process is asked to stop.</summary>
    public Task WaitForShutdownAsync(CancellationToken ct) => _app.WaitForShutdownAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await StopAsync(Simulator);
        _lock.Dispose();
    }

    private static async Task StopAsync(SimulatorServer? simulator)
    {
        if (simulator is not null)
        {
            await simulator.DisposeAsync();
        }
    }

    private static async Task<SimulatorServer> SimulateAsync(ServerSettings settings, CancellationToken ct)
    {
        try
        {
            return await SimulatorServer.StartAsync(settings.Simulator with { ClockScale = settings.ClockScale }, ct);
        }
        catch (HistoryException e)
        {
            throw new StartRefusedException(
                $"The simulated account can't be brought back: {e.Message}",
                $"Move {settings.Simulator.HistoryPath} away to begin with a fresh account, or use another data folder.", e);
        }
    }

    private static async Task<CloudSetting> CloudOfAsync(ServerSettings settings, SimulatorServer? simulator, CancellationToken ct) => settings.SimulatorUrl is { } apart
        ? await CloudSetting.ApartAsync(apart, ct)
        : simulator is null ? CloudSetting.Real : CloudSetting.Beside(simulator, settings.ClockScale);

    private static WebApplication Build(ServerSettings settings, CloudSetting cloud, DatabaseStart database, Func<bool> startIsInterrupted)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "darkroom" });
        builder.Configuration.AddDarkroomFile(settings.Data);
        builder.Configuration.AddInMemoryCollection(settings.Configuration);

        // Else a build that isn't published takes HEAD at every address, and one that isn't possible is told as an unknown route.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false";
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(settings.Url.ToString());
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Limits.MaxBodyBytes;
        });
        builder.AddLogs(startIsInterrupted);
        builder.AddDarkroom(settings, cloud, database);
        settings.Compose(builder.Services);
        var app = builder.Build();
        app.MapDarkroom();
        return app;
    }

    private static string UrlOf(WebApplication app) => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
}
