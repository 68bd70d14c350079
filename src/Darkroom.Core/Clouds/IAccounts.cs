namespace Darkroom.Core.Clouds;

/// <summary>
/// The single place that knows an account's rate limits, watched instances and cached answers. Whoever calls the
/// cloud draws here first, so that budgets hold however many connections lead to the account.
/// </summary>
public interface IAccounts
{
    /// <summary>Waits on the clock until the account's bucket of this API has a token, and takes it.</summary>
    Task DrawAsync(AccountKey account, string api, CancellationToken ct);

    /// <summary>The platform refused a call of this API for its rate, so that the account's bucket is empty whatever was thought of it.</summary>
    Task EmptyAsync(AccountKey account, string api, CancellationToken ct);

    /// <summary>
    /// The latest known state of an instance, null until it was seen. Asking watches it for a while: all watched
    /// instances of an account share one describe call an interval.
    /// </summary>
    Task<InstanceStatus?> WatchInstanceAsync(CloudAccess access, string instanceId, CancellationToken ct);

    /// <summary>The answer kept under a key if it is younger than <paramref name="maxAge"/>, else the one <paramref name="read"/> gives.</summary>
    Task<T> CachedAsync<T>(AccountKey account, string key, TimeSpan maxAge, Func<CancellationToken, Task<T>> read, CancellationToken ct);
}

/// <summary>A token bucket of one API of an account: how much it holds and how fast it fills.</summary>
public sealed record RateLimit(double Capacity, double RefillPerSecond);

/// <summary>The platform's published limits, by API.</summary>
public interface IRateLimits
{
    RateLimit For(string api);
}
