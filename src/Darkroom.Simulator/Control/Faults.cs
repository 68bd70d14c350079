using Darkroom.Simulator.Http;
using Darkroom.Simulator.Iam;

namespace Darkroom.Simulator.Control;

/// <summary>The faults in force.</summary>
public sealed class Faults
{
    private readonly Lock gate = new();
    private readonly List<Armed> armed = [];
    private long last;

    /// <summary>Arms a fault; gives its number.</summary>
    public long Add(Fault fault)
    {
        lock (gate)
        {
            armed.Add(new(++last, fault));
            return last;
        }
    }

    /// <summary>Disarms one fault, or all.</summary>
    /// <param name="id">The fault's number, or null for all.</param>
    public void Remove(long? id = null)
    {
        lock (gate)
            armed.RemoveAll(item => id is null || item.Id == id);
    }

    /// <summary>The armed faults with how often each was met and has hit.</summary>
    public IReadOnlyList<FaultState> List()
    {
        lock (gate)
            return [.. armed.Select(item => new FaultState(item.Id, item.Fault, item.Met, item.Hits))];
    }

    /// <summary>The fault that hits this call, if one does; each matching fault counts the call.</summary>
    internal Fault? Meet(AwsCall call)
    {
        lock (gate)
        {
            Fault? hit = null;
            foreach (var item in armed.Where(item => Matches(item.Fault, call)))
            {
                item.Met++;
                if (hit is null && item.Met > item.Fault.Skip && (item.Fault.Count is null || item.Hits < item.Fault.Count))
                {
                    item.Hits++;
                    hit = item.Fault;
                }
            }
            return hit;
        }
    }

    private static bool Matches(Fault fault, AwsCall call) =>
        Pattern.Matches(fault.Action, call.Action, ignoreCase: true)
        && (fault.AccountId is null || fault.AccountId == call.Principal.AccountId)
        && (fault.Region is null || fault.Region == call.RegionName)
        && (fault.Principal is null || fault.Principal == call.Principal.Name)
        && (fault.Parameters ?? new Dictionary<string, string>()).All(wanted =>
            call.Flat.TryGetValue(wanted.Key, out var value) && Pattern.Matches(wanted.Value, value, ignoreCase: false));

    private sealed class Armed(long id, Fault fault)
    {
        public long Id { get; } = id;

        public Fault Fault { get; } = fault;

        public int Met { get; set; }

        public int Hits { get; set; }
    }
}

/// <summary>An armed fault: how many calls matched it and how many it hit.</summary>
public sealed record FaultState(long Id, Fault Fault, int Met, int Hits);
