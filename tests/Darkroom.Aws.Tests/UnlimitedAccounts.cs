using System.Collections.Concurrent;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Tests;

/// <summary>An account without limits and memory, which notes what was drawn.</summary>
internal sealed class UnlimitedAccounts : IAccounts
{
    private readonly Lock gate = new();
    private readonly List<string> drawn = [];
    private readonly ConcurrentQueue<string> emptied = new();

    public IReadOnlyList<string> Drawn
    {
        get
        {
            lock (gate)
            {
                return [.. drawn];
            }
        }
    }

    public Task DrawAsync(AccountKey account, string api, CancellationToken ct)
    {
        lock (gate)
        {
            drawn.Add(api);
        }

        return Task.CompletedTask;
    }

    /// <summary>The actions that were refused for their rate.</summary>
    public IReadOnlyCollection<string> Emptied => emptied;

    public Task EmptyAsync(AccountKey account, string api, CancellationToken ct)
    {
        emptied.Enqueue(api);
        return Task.CompletedTask;
    }

    public Task<InstanceStatus?> WatchInstanceAsync(CloudAccess access, string instanceId, CancellationToken ct) => Task.FromResult<InstanceStatus?>(null);

    public Task<T> CachedAsync<T>(AccountKey account, string key, TimeSpan maxAge, Func<CancellationToken, Task<T>> read, CancellationToken ct) => read(ct);
}
