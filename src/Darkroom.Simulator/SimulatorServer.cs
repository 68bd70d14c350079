using System.Net;
using Darkroom.Simulator.Control;
using Darkroom.Simulator.History;
using Darkroom.Simulator.Http;
using Darkroom.Simulator.ServiceQuotas;
using Darkroom.Simulator.State;
using Darkroom.Simulator.Time;
using Darkroom.Simulator.Worlds;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Darkroom.Simulator;

/// <summary>An AWS on loopback, which real AWS clients talk to. Everything the control endpoints offer is here in process as well.</summary>
public sealed class SimulatorServer : IAsyncDisposable
{
    private readonly Simulation simulation;
    private readonly WebApplication application;
    private readonly ChangeHistory? history;

    private SimulatorServer(Simulation simulation, WebApplication application, ChangeHistory? history)
    {
        this.simulation = simulation;
        this.application = application;
        this.history = history;
        BaseUri = new Uri(application.Urls.Single());
    }

    /// <summary>Where it listens, for example <c>http://127.0.0.1:7421</c>; the endpoint of every service in every Region.</summary>
    public Uri BaseUri { get; }

    /// <summary>The simulated time.</summary>
    public SimulatedClock Clock => simulation.Clock;

    /// <summary>The calls made so far.</summary>
    public Journal Journal => simulation.Journal;

    /// <summary>The scripted faults.</summary>
    public Faults Faults => simulation.Faults;

    /// <summary>How much room the zones have.</summary>
    public Capacity Capacity => simulation.Capacity;

    /// <summary>What quotas the accounts have.</summary>
    public AppliedQuotas Quotas => simulation.Quotas;

    /// <summary>The users of all accounts with their keys.</summary>
    public IReadOnlyList<PrincipalInfo> Principals => Listings.Principals(simulation);

    /// <summary>Starts a simulator; it answers when this returns.</summary>
    /// <exception cref="WorldUnreadableException">The file of the world, or one beside it, can't be read.</exception>
    /// <exception cref="System.Text.Json.JsonException">The world can't be understood.</exception>
    /// <exception cref="HistoryException">The cloud can't be brought back out of its history.</exception>
    public static async Task<SimulatorServer> StartAsync(SimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        var source = options.WorldJson is { } json ? WorldSource.Of(json) : WorldSource.At(options.WorldPath);
        var services = new AwsServices();
        var history = options.HistoryPath is { } path ? ChangeHistory.Open(path, source, services, options) : null;
        var simulation = history?.Simulation ?? WorldLoader.Load(source, new SimulatedClock(options.RealTime, options.ClockScale), options);
        if (options.ClockPaused)
            simulation.Clock.Pause();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Logging.ClearProviders();
        var application = builder.Build();
        var control = new ControlEndpoints(simulation, history);
        var door = new FrontDoor(simulation, services, history);
        application.Run(context => ControlEndpoints.Owns(context.Request) ? control.HandleAsync(context) : door.HandleAsync(context));
        await application.StartAsync(cancellationToken);
        return new(simulation, application, history);
    }

    /// <summary>Everything that exists in an account's Region, terminated instances included.</summary>
    /// <exception cref="KeyNotFoundException">The world has no such account or Region.</exception>
    public IReadOnlyList<ResourceInfo> Resources(string accountId, string region) => Listings.Resources(simulation, accountId, region);

    /// <summary>The quotas of an account in a Region, and how much of each is used.</summary>
    /// <exception cref="KeyNotFoundException">The world has no such account or Region.</exception>
    public IReadOnlyList<QuotaInfo> QuotasOf(string accountId, string region) => Listings.Quotas(simulation, accountId, region);

    /// <summary>Everything an instance has printed on its serial port so far, or null when there is no such instance.</summary>
    /// <exception cref="KeyNotFoundException">The world has no such account or Region.</exception>
    public string? Console(string accountId, string region, string instanceId) => Listings.Console(simulation, accountId, region, instanceId);

    /// <summary>Stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        await application.StopAsync();
        await application.DisposeAsync();
        history?.Dispose();
    }
}
