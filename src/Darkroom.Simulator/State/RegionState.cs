using Darkroom.Simulator.Time;

namespace Darkroom.Simulator.State;

/// <summary>
/// One account's part of one Region. Whoever touches it holds <see cref="Gate"/> and first lets what is due happen: <see cref="Enter"/> does both. Until it
/// is entered again it stands still at the time that it was entered.
/// </summary>
internal sealed class RegionState(Simulation simulation, string accountId, RegionInfo info)
{
    public Simulation Simulation { get; } = simulation;

    public string AccountId { get; } = accountId;

    public RegionInfo Info { get; } = info;

    public string Name => Info.Name;

    public Lock Gate { get; } = new();

    public ResourceTable Resources { get; } = new();

    public Schedule Schedule { get; } = new();

    /// <summary>What client tokens have led to, by call, token and zone.</summary>
    public Dictionary<string, TokenUse> ClientTokens { get; } = new(StringComparer.Ordinal);

    public DateTimeOffset Now { get; private set; } = simulation.Clock.UtcNow;

    public Timings Timings => Simulation.Timings;

    public string NewId(string prefix) => Simulation.Ids.New(prefix);

    public string Arn(string resource) => $"arn:aws:ec2:{Name}:{AccountId}:{resource}";

    /// <summary>Takes the lock and lets everything happen that is due. For who is inside already no time passes.</summary>
    public Lock.Scope Enter()
    {
        var isInside = Gate.IsHeldByCurrentThread;
        var scope = Gate.EnterScope();
        if (!isInside)
            Reach(Simulation.Clock.UtcNow);
        return scope;
    }

    /// <summary>Lets everything happen that is due by then; whoever calls it holds the lock.</summary>
    public void Reach(DateTimeOffset now)
    {
        Now = now;
        Schedule.RunDue(now);
    }

    /// <summary>Plans something for a span of simulated time from then.</summary>
    public void After(DateTimeOffset from, double seconds, Action<DateTimeOffset> happens) => Schedule.At(from.AddSeconds(seconds), happens);

    /// <summary>Whether reads see it yet; what is new stays out of sight for the consistency time.</summary>
    public bool Sees(Resource resource) => resource.CreatedAt.AddSeconds(Timings.ConsistencySeconds) <= Now;
}

/// <summary>What a client token was used for: the request's parameters and what it made.</summary>
internal sealed record TokenUse(string Parameters, string ResultId);
