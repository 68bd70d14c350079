using Darkroom.Client;
using Darkroom.Core.Storage;
using Darkroom.Server.SignIn;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Server.Composition;

/// <summary>A server that listens. <c>serve</c>, <c>demo</c> and the tests start the same one.</summary>
public sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly IDisposable _lock;

    private RunningServer(WebApplication app, IDisposable folderLock, LocalEndpoint endpoint)
    {
        _app = app;
        _lock = folderLock;
        Endpoint = endpoint;
    }

    /// <summary>Where it listens and the local administrator's token.</summary>
    public LocalEndpoint Endpoint { get; }

    public IServiceProvider Services => _app.Services;

    /// <summary>Takes the data folder, brings the schema up to date, starts to listen and writes the endpoint file.</summary>
    /// <exception cref="StartRefusedException">What was asked for can't be served.</exception>
    public static async Task<RunningServer> StartAsync(ServerSettings settings, CancellationToken ct)
    {
        settings = settings.Checked();
        var folderLock = settings.Data.Lock();
        WebApplication? app = null;
        try
        {
            app = Build(settings);
            await PrepareDatabaseAsync(app.Services, settings, ct);
            var token = await app.Services.GetRequiredService<LocalAdministrator>().EnsureTokenAsync(settings.Data.ReadEndpoint()?.Token, ct);
            await ListenAsync(app, settings, ct);
            var endpoint = new LocalEndpoint(UrlOf(app), token);
            settings.Data.WriteEndpoint(endpoint);
            return new RunningServer(app, folderLock, endpoint);
        }
        catch
        {
            if (app is not null)
            {
                await app.DisposeAsync();
            }

            folderLock.Dispose();
            throw;
        }
    }

    /// <summary>Ends when the process is asked to stop.</summary>
    public Task WaitForShutdownAsync(CancellationToken ct) => _app.WaitForShutdownAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _lock.Dispose();
    }

    private static WebApplication Build(ServerSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "darkroom" });
        builder.Configuration.AddDarkroomFile(settings.Data);
        builder.Configuration.AddInMemoryCollection(settings.Configuration);
        builder.WebHost.UseUrls(settings.Url.ToString());
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Limits.MaxBodyBytes;
        });
        builder.AddLogs();
        builder.AddDarkroom(settings);
        var app = builder.Build();
        app.MapDarkroom();
        return app;
    }

    private static async Task PrepareDatabaseAsync(IServiceProvider services, ServerSettings settings, CancellationToken ct)
    {
        var databases = services.GetRequiredService<IDbContextFactory<DarkroomDb>>();
        if (settings.Database == DatabaseKind.Sqlite)
        {
            await Schema.MigrateAsync(databases, ct);
        }
        else
        {
            await Schema.RequireCurrentAsync(databases, ct);
        }
    }

    private static async Task ListenAsync(WebApplication app, ServerSettings settings, CancellationToken ct)
    {
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException e)
        {
            throw new StartRefusedException($"Can't listen on {settings.Url}: {e.Message}", "Stop what uses the port, or choose another one with --url.", e);
        }
    }

    private static string UrlOf(WebApplication app) => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
}
