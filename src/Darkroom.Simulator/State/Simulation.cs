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
}
