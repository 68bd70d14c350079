using System.Collections.Concurrent;
using System.Text.Json;
using Darkroom.Contracts.Access;
using Darkroom.Core.Access;
using Darkroom.Core.Operations;
using Darkroom.Core.Time;

namespace Darkroom.Studio.Frame;

/// <summary>
/// Reads once what many viewers want to see after the same change. A reading serves whoever asks, as long as nothing was committed since it began; what another
/// process of the cluster commits is seen a second later at most. A reading that came to the same as the one before gives the same object, so that a page needn't be
/// drawn again.
/// </summary>
public sealed class SharedReadings(OperationSignals signals, Clock clock, ClockRate rate)
{
    private static readonly TimeSpan Oldest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(Type Shown, Role Role, string Key), Reading> _readings = new();
    private readonly Lock _lock = new();

    /// <param name="asked">What is asked for; the same question gets the same reading.</param>
    /// <param name="read">Asks the use case, which must let every caller of a role see the same.</param>
    public async Task<T> ReadAsync<TAsked, T>(Caller caller, TAsked asked, Func<TAsked, Task<T>> read, CancellationToken ct)
        where T : class => (T)(await ReadingOf((typeof(T), caller.Role, JsonSerializer.Serialize(asked)), () => read(asked)).Shown.WaitAsync(ct));

    private Reading ReadingOf<T>((Type, Role, string) key, Func<Task<T>> read)
        where T : class
    {
        lock (_lock)
        {
            var before = _readings.GetValueOrDefault(key);
            var (changes, now) = (signals.Changes, clock.Now);
            if (before is { Shown.IsFaulted: false, Shown.IsCanceled: false } && before.Changes == changes && now - before.Begun < Oldest * rate.Scale)
            {
                return before;
            }

            foreach (var (old, reading) in _readings)
            {
                if (now - reading.Begun > Kept * rate.Scale)
                {
                    _readings.TryRemove(old, out _);
                }
            }

            return _readings[key] = new Reading(changes, now, Task.Run(() => ReadAsync(before, read)));
        }
    }

    private static async Task<object> ReadAsync<T>(Reading? before, Func<Task<T>> read)
        where T : class
    {
        var found = await read();
        return before is { Shown: { IsCompletedSuccessfully: true, Result: T known } } && JsonSerializer.SerializeToUtf8Bytes(known).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(found))
            ? known
            : found;
    }

    /// <param name="Changes">Commits before it began.</param>
    private sealed record Reading(long Changes, DateTimeOffset Begun, Task<object> Shown);
}
