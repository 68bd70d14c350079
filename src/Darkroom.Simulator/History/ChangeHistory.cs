using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Darkroom.Simulator.Control;
using Darkroom.Simulator.Http;
using Darkroom.Simulator.Iam;
using Darkroom.Simulator.State;
using Darkroom.Simulator.Time;
using Darkroom.Simulator.Worlds;

namespace Darkroom.Simulator.History;

/// <summary>
/// Keeps what changed the simulated cloud, and brings the cloud back by doing it again. Nothing else has to be stored: what happens by itself happens
/// again on the clock, and what calls made gets the ids it had. Faults, rate limits, sessions and the journal begin anew.
/// </summary>
internal sealed class ChangeHistory : IDisposable
{
    private static readonly TimeSpan BetweenMarks = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly HistoryFile file;
    private DateTimeOffset lastAt;

    private ChangeHistory(HistoryFile file, Simulation simulation) => (this.file, Simulation, lastAt) = (file, simulation, simulation.Clock.UtcNow);

    /// <summary>The cloud as the history has left it, at a time that isn't before the history's end.</summary>
    public Simulation Simulation { get; }

    /// <exception cref="HistoryException">The file isn't a history of this world, or a change can't be done again.</exception>
    public static ChangeHistory Open(string path, WorldSource world, AwsServices services, SimulatorOptions options)
    {
        var file = HistoryFile.Open(path);
        try
        {
            var header = file.Header ?? new(DigestOf(world), options.RealTime.GetUtcNow());
            if (header.World != DigestOf(world))
                throw new HistoryException($"{path} was kept in another world.");
            if (file.Header is null)
                file.Begin(header);
            return new(file, Restored(file, header, world, services, options));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Answers a call, and keeps it if it has changed something.</summary>
    /// <exception cref="HistoryException">The history can't be kept any more, from this call on or from an earlier one.</exception>
    public string Answer(AwsService service, AwsCall call)
    {
        if (!service.Changes(call))
        {
            Mark();
            return service.Answer(call);
        }
        return Change(at =>
        {
            var drawn = new List<string>();
            var answer = Simulation.Ids.Noting(drawn, () => service.Answer(call));
            return (answer, new HistoryEntry(at, new RecordedCall(
                call.Account.Id, call.RegionName, call.Principal.Name, call.Principal.Arn, call.Service, call.Action,
                call.Parameters.Flatten().ToDictionary(), drawn)));
        });
    }

    /// <summary>Changes circumstances, and keeps that.</summary>
    /// <exception cref="HistoryException">The history can't be kept any more, from this change on or from an earlier one.</exception>
    public object Change(Circumstances circumstances, RecordedCircumstance change) =>
        Change(at => (circumstances.Change(change.Path, change.Body), new HistoryEntry(at, Circumstance: change)));

    public void Dispose() => file.Dispose();

    private static Simulation Restored(HistoryFile file, HistoryHeader header, WorldSource world, AwsServices services, SimulatorOptions options)
    {
        var clock = new SimulatedClock(options.RealTime, options.ClockScale, header.BegunAt);
        clock.Pause();
        var simulation = WorldLoader.Load(world, clock, options);
        var circumstances = new Circumstances(simulation);
        foreach (var entry in file.Entries)
        {
            clock.AdvanceTo(entry.At);
            try
            {
                simulation.AtOnePoint(_ => Repeat(entry, simulation, services, circumstances));
            }
            catch (Exception exception) when (exception is AwsException or KeyNotFoundException or InvalidOperationException or JsonException)
            {
                throw new HistoryException($"{entry.Call?.Action ?? entry.Circumstance?.Path} of {entry.At:u} can't be done again: {exception.Message}", exception);
            }
        }
        simulation.Ids.BeginAnew(file.Entries.Count);
        clock.AdvanceTo(options.RealTime.GetUtcNow());
        if (!options.ClockPaused)
            clock.Resume();
        return simulation;
    }

    private static HistoryEntry Repeat(HistoryEntry entry, Simulation simulation, AwsServices services, Circumstances circumstances)
    {
        if (entry.Circumstance is { } change)
            circumstances.Change(change.Path, change.Body);
        if (entry.Call is not { } call)
            return entry;

        // The call was allowed when it was made; the world's policies may have become narrower.
        var principal = new Principal(call.Account, call.Principal, call.PrincipalArn, "", PolicyDocument.Everything);
        var request = new AwsRequest(call.Service, call.Action, QueryNode.Parse(call.Parameters), "");
        simulation.Ids.Repeating(call.Drawn, () => services.Of(call.Service).Answer(new AwsCall(simulation, principal, call.Region, request)));
        return entry;
    }

    /// <summary>
    /// Changes something and keeps it, at the time of the change: between the two nothing else happens, or it would happen in another order when the change is done again.
    /// </summary>
    private T Change<T>(Func<DateTimeOffset, (T Answer, HistoryEntry Entry)> change)
    {
        lock (gate)
        {
            file.RequireKept();
            return Simulation.AtOnePoint(at =>
            {
                var (answer, entry) = change(at);
                Keep(entry);
                return answer;
            });
        }
    }

    /// <summary>Time passes without changes as well, and goes on from about here.</summary>
    private void Mark()
    {
        lock (gate)
        {
            file.RequireKept();
            if (Simulation.Clock.UtcNow is var now && now - lastAt >= BetweenMarks)
                Keep(new HistoryEntry(now));
        }
    }

    private void Keep(HistoryEntry entry)
    {
        file.Add(entry);
        lastAt = entry.At;
    }

    private static string DigestOf(WorldSource world) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(world.Text)));
}
