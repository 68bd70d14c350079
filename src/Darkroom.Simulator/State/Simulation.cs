using Darkroom.Simulator.Control;
using Darkroom.Simulator.Iam;
using Darkroom.Simulator.ServiceQuotas;
using Darkroom.Simulator.Time;

namespace Darkroom.Simulator.State;

/// <summary>The whole simulated cloud.</summary>
internal sealed class Simulation(SimulatedClock clock, Timings timings, IdSource ids, Throttle throttle)
{
    public SimulatedClock Clock { get; } = clock;

    public Timings Timings { get; } = timings;

    public IdSource Ids { get; } = ids;

    /// <summary>Apart from <see cref="Ids"/>: each call draws here, and only changes do there.</summary>
    public IdSource RequestIds { get; } = new(0);

    public Journal Journal { get; } = new();

    public Faults Faults { get; } = new();

    public Capacity Capacity { get; } = new();

    public AppliedQuotas Quotas { get; } = new();

    public Throttle Throttle { get; } = throttle;

    public Sessions Sessions { get; } = new();

    public List<RegionInfo> Regions { get; } = [];

    public Dictionary<string, Account> Accounts { get; } = new(StringComparer.Ordinal);

    /// <summary>Does something at one point of time, which it is told: everything that is due by then has happened, and nothing else happens meanwhile.</summary>
    public T AtOnePoint<T>(Func<DateTimeOffset, T> work)
    {
        var regions = Accounts.Values.SelectMany(account => account.Regions.Values).ToList();
        var entered = 0;
        try
        {
            for (; entered < regions.Count; entered++)
                regions[entered].Gate.Enter();
            var now = Clock.UtcNow;
            regions.ForEach(region => region.Reach(now));
            return work(now);
        }
        finally
        {
            regions.Take(entered).ToList().ForEach(region => region.Gate.Exit());
        }
    }
}
