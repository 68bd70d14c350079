using System.Collections.Concurrent;
using Darkroom.Core.Time;

namespace Darkroom.Core.Clouds;

/// <summary>Answers of the cloud kept for a while. Those who ask for the same at once share one call; a failed call is kept for nobody.</summary>
public sealed class AnswerCache(Clock clock)
{
    private readonly ConcurrentDictionary<(AccountKey Account, string Key), Entry> _entries = new();

    public async Task<T> GetAsync<T>(AccountKey account, string key, TimeSpan maxAge, Func<CancellationToken, Task<T>> read, CancellationToken ct)
    {
        while (true)
        {
            if (_entries.TryGetValue((account, key), out var found) && clock.Now - found.AskedAt <= maxAge)
            {
                return await ((Task<T>)found.Answer.Value).WaitAsync(ct);
            }

            // The read isn't bound to the first asker's token: others wait for the same answer.
            var fresh = new Entry(clock.Now, new Lazy<Task>(() => read(CancellationToken.None)));
            var won = found is null ? _entries.TryAdd((account, key), fresh) : _entries.TryUpdate((account, key), fresh, found);
            if (!won)
            {
                continue;
            }

            try
            {
                return await ((Task<T>)fresh.Answer.Value).WaitAsync(ct);
            }
            catch when (fresh.Answer.Value.IsFaulted)
            {
                _entries.TryRemove(new KeyValuePair<(AccountKey, string), Entry>((account, key), fresh));
                throw;
            }
        }
    }

    private sealed record Entry(DateTimeOffset AskedAt, Lazy<Task> Answer);
}
