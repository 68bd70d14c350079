using System.Collections.Concurrent;
using Darkroom.Core.Time;

namespace Darkroom.Core.UseCases;

/// <summary>
/// What many look at at once, read once: whoever asks within a short time of another shares the reading. Older ones are forgotten, and a reading that failed is
/// kept for nobody.
/// </summary>
internal sealed class RecentReadings<TKey, T>(Clock clock, TimeSpan kept)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Reading> _readings = new();

    /// <param name="read">Bound to no caller's token, since others wait for the same reading.</param>
    /// <returns>What was read, and when it was asked for.</returns>
    public async Task<(T Read, DateTimeOffset At)> GetAsync(TKey key, Func<Task<T>> read, CancellationToken ct)
    {
        var now = clock.Now;
        foreach (var old in _readings.Where(reading => now - reading.Value.At > kept || reading.Value.HasFailed))
        {
            _readings.TryRemove(old);
        }

        var reading = _readings.GetOrAdd(key, _ => new Reading(clock.Now, new Lazy<Task<T>>(read)));
        return (await reading.Task.Value.WaitAsync(ct), reading.At);
    }

    private sealed record Reading(DateTimeOffset At, Lazy<Task<T>> Task)
    {
        public bool HasFailed => Task is { IsValueCreated: true, Value: { IsCompleted: true, IsCompletedSuccessfully: false } };
    }
}
