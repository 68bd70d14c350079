using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Darkroom.Simulator.State;
using Microsoft.AspNetCore.Http;

namespace Darkroom.Simulator.Control;

/// <summary>
/// What real AWS doesn't have: looking at the simulated cloud from above and changing its circumstances. Plain JSON under <c>/_simulator/</c>,
/// unsigned, since it listens on loopback only.
/// </summary>
internal sealed class ControlEndpoints(Simulation simulation)
{
    private const string Prefix = "/_simulator";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static bool Owns(HttpRequest request) => request.Path.StartsWithSegments(Prefix);

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var path = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries)[1..];
            var answer = await Answer(context.Request, path);
            await context.Response.WriteAsJsonAsync(answer, Json, context.RequestAborted);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or ArgumentException)
        {
            context.Response.StatusCode = exception is KeyNotFoundException ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest;
            await context.Response.WriteAsJsonAsync(new { error = exception.Message }, Json, context.RequestAborted);
        }
    }

    private async Task<object> Answer(HttpRequest request, string[] path) => (request.Method, path) switch
    {
        ("GET", ["journal"]) => simulation.Journal.Read(Number(request, "since") ?? 0),
        ("GET", ["principals"]) => Listings.Principals(simulation),
        ("GET", ["accounts", var account, var region, "resources"]) => Listings.Resources(simulation, account, region),
        ("GET", ["accounts", var account, var region, "instances", var instance, "console"]) =>
            Listings.Console(simulation, account, region, instance) ?? throw new KeyNotFoundException($"There is no instance {instance}."),
        ("GET", ["accounts", var account, var region, "quotas"]) => Listings.Quotas(simulation, account, region),
        ("POST", ["accounts", var account, var region, "quotas"]) => Apply(Listings.Region(simulation, account, region), await Body<QuotaChange>(request)),
        ("GET", ["faults"]) => simulation.Faults.List(),
        ("POST", ["faults"]) => new { id = simulation.Faults.Add(await Body<Fault>(request)) },
        ("DELETE", ["faults"]) => Disarm(Number(request, "id")),
        ("POST", ["capacity"]) => Apply(await Body<CapacityChange>(request)),
        ("GET", ["clock"]) => ClockNow(),
        ("POST", ["clock"]) => Apply(await Body<ClockChange>(request)),
        _ => throw new KeyNotFoundException($"There is no {request.Method} {request.Path}."),
    };

    private object Disarm(long? id)
    {
        simulation.Faults.Remove(id);
        return simulation.Faults.List();
    }

    private CapacityChange Apply(CapacityChange change)
    {
        simulation.Capacity.Set(change.Zone, change.InstanceType, change.Available);
        return change;
    }

    private IReadOnlyList<QuotaInfo> Apply(RegionState region, QuotaChange change)
    {
        simulation.Quotas.Set(region.AccountId, region.Name, change.ServiceCode, change.QuotaCode, change.Value);
        return Listings.Quotas(simulation, region.AccountId, region.Name);
    }

    private object Apply(ClockChange change)
    {
        if (change.Scale is { } scale)
            simulation.Clock.Scale = scale;
        if (change.Pause == true)
            simulation.Clock.Pause();
        if (change.Pause == false)
            simulation.Clock.Resume();
        if (change.Advance is { } seconds)
            simulation.Clock.Advance(TimeSpan.FromSeconds(seconds));
        return ClockNow();
    }

    private object ClockNow() => new { now = simulation.Clock.UtcNow, scale = simulation.Clock.Scale, paused = simulation.Clock.Paused };

    private static long? Number(HttpRequest request, string name) =>
        request.Query[name].ToString() is { Length: > 0 } text ? long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    private static async Task<T> Body<T>(HttpRequest request) =>
        await JsonSerializer.DeserializeAsync<T>(request.Body, Json, request.HttpContext.RequestAborted) ?? throw new JsonException("The body is empty.");

    private sealed record CapacityChange(string Zone, string? InstanceType = null, int? Available = null);

    /// <param name="Value">In the quota's own unit; null is AWS's default.</param>
    private sealed record QuotaChange(string ServiceCode, string QuotaCode, double? Value = null);

    /// <param name="Scale">Simulated seconds in a real second.</param>
    /// <param name="Advance">Simulated seconds to move forward.</param>
    /// <param name="Pause">True stops the clock, false lets it run.</param>
    private sealed record ClockChange(double? Scale = null, double? Advance = null, bool? Pause = null);
}
