namespace Darkroom.Core.Clouds;

/// <summary>
/// The token buckets of one account, one an API. A draw never waits here: it takes its token at once, on credit if
/// need be, and says how long the caller has to wait for it, so that nobody is passed by later ones.
/// </summary>
public sealed class TokenBuckets(IRateLimits limits)
{
    private readonly Dictionary<string, Bucket> _buckets = [];

    /// <summary>Takes a token; the result is the time to wait before using it.</summary>
    public TimeSpan Draw(string api, DateTimeOffset now)
    {
        var limit = limits.For(api);
        if (!_buckets.TryGetValue(api, out var bucket))
        {
            bucket = new Bucket(limit.Capacity, now);
        }

        var filled = Filled(bucket, limit, now);
        _buckets[api] = new Bucket(filled - 1, now);
        return filled >= 1 ? TimeSpan.Zero : TimeSpan.FromSeconds((1 - filled) / limit.RefillPerSecond);
    }

    /// <summary>The platform refused a call for its rate: others spend this bucket as well, or calls came late and together, so it holds nothing.</summary>
    public void Empty(string api, DateTimeOffset now)
    {
        if (_buckets.TryGetValue(api, out var bucket))
        {
            _buckets[api] = new Bucket(Math.Min(0, Filled(bucket, limits.For(api), now)), now);
        }
    }

    /// <summary>Tokens left of an API after the last draw; negative while callers wait.</summary>
    public double Left(string api) => _buckets.TryGetValue(api, out var bucket) ? bucket.Tokens : limits.For(api).Capacity;

    private static double Filled(Bucket bucket, RateLimit limit, DateTimeOffset now) =>
        Math.Min(limit.Capacity, bucket.Tokens + (now - bucket.At).TotalSeconds * limit.RefillPerSecond);

    private readonly record struct Bucket(double Tokens, DateTimeOffset At);
}
