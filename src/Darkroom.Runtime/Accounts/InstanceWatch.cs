using Darkroom.Core.Clouds;

namespace Darkroom.Runtime.Accounts;

/// <summary>Which instances of an account somebody waits for, and what was last seen of each.</summary>
internal sealed class InstanceWatch
{
    /// <summary>Between two reads of all watched instances.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>An instance nobody asked for this long is forgotten.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Dictionary<string, Watched> _watched = [];

    public WatchedInstance? Ask(Guid connectionUid, string instanceId, DateTimeOffset now)
    {
        var status = _watched.GetValueOrDefault(instanceId)?.Status;
        _watched[instanceId] = new Watched(connectionUid, now, status);
        return status;
    }

    /// <summary>Drops those nobody asked for lately; false when none is left.</summary>
    public bool ForgetUnasked(DateTimeOffset now)
    {
        foreach (var forgotten in _watched.Where(w => now - w.Value.AskedAt > Patience).Select(w => w.Key).ToList())
        {
            _watched.Remove(forgotten);
        }

        return _watched.Count > 0;
    }

    /// <summary>By the connection whose credentials see them: one of an account's connections may not be allowed to.</summary>
    public IReadOnlyList<(Guid ConnectionUid, IReadOnlyList<string> Instances)> ByConnection() =>
    [
        .. _watched.GroupBy(w => w.Value.ConnectionUid, w => w.Key).Select(g => (g.Key, (IReadOnlyList<string>)[.. g])),
    ];

    /// <summary>What was read of some instances; what could not be read isn't known any more, rather than what it was once.</summary>
    public void Learn(IEnumerable<string> instances, IReadOnlyDictionary<string, InstanceStatus>? statuses)
    {
        foreach (var id in instances)
        {
            if (_watched.TryGetValue(id, out var watched))
            {
                _watched[id] = watched with { Status = statuses?.GetValueOrDefault(id) is { } status ? WatchedInstance.Of(status) : null };
            }
        }
    }

    private sealed record Watched(Guid ConnectionUid, DateTimeOffset AskedAt, WatchedInstance? Status);
}
