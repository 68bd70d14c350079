using Darkroom.Simulator.Time;

namespace Darkroom.Simulator.State;

/// <summary>Token buckets, each for one account, Region and call. They refill on the simulated clock.</summary>
/// <param name="factor">What the published sizes and rates are multiplied by; 0 switches throttling off.</param>
internal sealed class Throttle(SimulatedClock clock, double factor)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Bucket> buckets = new(StringComparer.Ordinal);

    /// <summary>Takes tokens out of a bucket; false when there are too few.</summary>
    public bool TryTake(string key, BucketSize size, int tokens)
    {
        if (factor <= 0)
            return true;
        lock (gate)
        {
            var now = clock.UtcNow;
            var capacity = size.Capacity * factor;
            if (!buckets.TryGetValue(key, out var bucket))
                buckets[key] = bucket = new(capacity, now);
            bucket.Tokens = Math.Min(capacity, bucket.Tokens + ((now - bucket.At).TotalSeconds * size.RefillPerSecond * factor));
            bucket.At = now;
            if (bucket.Tokens < tokens)
                return false;
            bucket.Tokens -= tokens;
            return true;
        }
    }

    private sealed class Bucket(double tokens, DateTimeOffset at)
    {
        public double Tokens { get; set; } = tokens;

        public DateTimeOffset At { get; set; } = at;
    }
}

/// <summary>How many tokens a bucket holds and how many come back each second.</summary>
internal readonly record struct BucketSize(int Capacity, double RefillPerSecond);
