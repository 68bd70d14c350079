namespace Darkroom.Simulator.State;

/// <summary>
/// How many more instances a zone can take, altogether and for one type. Nothing set means no limit. A launch or start takes one, a stop or
/// termination gives it back.
/// </summary>
public sealed class Capacity
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Zone, string? Type), int> available = [];

    /// <summary>Sets how many instances more there is room for.</summary>
    /// <param name="zone">The zone's name, for example <c>us-east-1a</c>.</param>
    /// <param name="instanceType">The type, or null for all types together.</param>
    /// <param name="count">How many, or null for no limit.</param>
    public void Set(string zone, string? instanceType, int? count)
    {
        lock (gate)
        {
            if (count is { } number)
                available[(zone, instanceType)] = number;
            else
                available.Remove((zone, instanceType));
        }
    }

    /// <summary>Takes room for as many as there is, but not for fewer than asked at least; gives 0 when there is too little.</summary>
    internal int Take(string zone, string instanceType, int least, int most)
    {
        lock (gate)
        {
            var room = Math.Min(Room((zone, instanceType)), Room((zone, null)));
            var taken = Math.Min(room, most);
            if (taken < least)
                return 0;
            Change(zone, instanceType, -taken);
            return taken;
        }
    }

    internal void GiveBack(string zone, string instanceType)
    {
        lock (gate)
            Change(zone, instanceType, 1);
    }

    private int Room((string, string?) key) => available.GetValueOrDefault(key, int.MaxValue);

    private void Change(string zone, string instanceType, int by)
    {
        foreach (var key in (ReadOnlySpan<(string, string?)>)[(zone, instanceType), (zone, null)])
        {
            if (available.TryGetValue(key, out var room))
                available[key] = room + by;
        }
    }
}
