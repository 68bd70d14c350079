using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Darkroom.Simulator.History;
using Darkroom.Simulator.State;
using Microsoft.AspNetCore.Http;

namespace Darkroom.Simulator.Control;

/// <summary>
/// What real AWS doesn't have: looking at the simulated cloud from above and changing its circumstances. Plain JSON under <c>/_simulator/</c>,
/// unsigned, since it listens on loopback only.
/// </summary>
/// <param name="history">Where changes of circumstances are kept as well; null when the cloud lives as long as its process.</param>
internal sealed class ControlEndpoints(Simulation simulation, ChangeHistory? history)
{
    private const string Prefix = "/_simulator";

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly Circumstances circumstances = new(simulation);

    public static bool Owns(HttpRequest request) => request.Path.StartsWithSegments(Prefix);

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            var path = context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries)[1..];
            var answer = await Answer(context.Request, path);
            await context.Response.WriteAsJsonAsync(answer, Json, context.RequestAborted);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or ArgumentException or HistoryException)
        {
            context.Response.StatusCode = exception switch
            {
                KeyNotFoundException => StatusCodes.Status404NotFound,
                HistoryException => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status400BadRequest,
            };
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
        ("GET", ["faults"]) => simulation.Faults.List(),
        ("POST", ["faults"]) => new { id = simulation.Faults.Add(await Body<Fault>(request)) },
        ("DELETE", ["faults"]) => Disarm(Number(request, "id")),
        ("POST", ["capacity"] or ["accounts", _, _, "quotas"]) => await Change(request, string.Join('/', path)),
        ("GET", ["clock"]) => ClockNow(),
        ("POST", ["clock"]) => Apply(await Body<ClockChange>(request)),
        _ => throw new KeyNotFoundException($"There is no {request.Method} {request.Path}."),
    };

    private object Disarm(long? id)
    {
        simulation.Faults.Remove(id);
        return simulation.Faults.List();
    }

    private async Task<object> Change(HttpRequest request, string path)
    {
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        return history is null ? circumstances.Change(path, body) : history.Change(circumstances, new(path, body));
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

    /// <param name="Scale">Simulated seconds in a real second.</param>
    /// <param name="Advance">Simulated seconds to move forward.</param>
    /// <param name="Pause">True stops the clock, false lets it run.</param>
    private sealed record ClockChange(double? Scale = null, double? Advance = null, bool? Pause = null);
}
