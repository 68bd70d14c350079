using CsCheck;
using Darkroom.Core.Clouds;

namespace Darkroom.Core.Tests.Clouds;

public sealed class TokenBucketsTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_full_bucket_gives_its_capacity_at_once_and_then_one_token_a_refill()
    {
        var buckets = new TokenBuckets(new Limits(Capacity: 5, RefillPerSecond: 2));

        for (var i = 0; i < 5; i++)
        {
            buckets.Draw("RunInstances", Start).Should().Be(TimeSpan.Zero);
        }

        buckets.Draw("RunInstances", Start).Should().Be(TimeSpan.FromSeconds(0.5));
        buckets.Draw("RunInstances", Start).Should().Be(TimeSpan.FromSeconds(1));
        buckets.Left("RunInstances").Should().Be(-2);
    }

    [Fact]
    public void One_API_does_not_spend_the_tokens_of_another()
    {
        var buckets = new TokenBuckets(new Limits(Capacity: 1, RefillPerSecond: 1));
        buckets.Draw("RunInstances", Start);

        buckets.Draw("CreateImage", Start).Should().Be(TimeSpan.Zero);
    }

    [Fact]
    public void A_bucket_never_holds_more_than_its_capacity()
    {
        var buckets = new TokenBuckets(new Limits(Capacity: 2, RefillPerSecond: 1));
        buckets.Draw("A", Start);

        var later = Start.AddHours(1);
        buckets.Draw("A", later).Should().Be(TimeSpan.Zero);
        buckets.Draw("A", later).Should().Be(TimeSpan.Zero);
        buckets.Draw("A", later).Should().Be(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_refusal_for_the_rate_empties_a_bucket_that_was_thought_full()
    {
        var buckets = new TokenBuckets(new Limits(Capacity: 100, RefillPerSecond: 2));
        buckets.Draw("A", Start);

        buckets.Empty("A", Start);

        buckets.Draw("A", Start).Should().Be(TimeSpan.FromSeconds(0.5));
        buckets.Draw("A", Start).Should().Be(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_refusal_for_the_rate_pardons_nobody_who_waits()
    {
        var buckets = new TokenBuckets(new Limits(Capacity: 1, RefillPerSecond: 1));
        buckets.Draw("A", Start);
        buckets.Draw("A", Start);

        buckets.Empty("A", Start);

        buckets.Left("A").Should().Be(-1);
    }

    [Fact]
    public void Whoever_waits_as_told_never_exceeds_the_published_limit() =>
        Gen.Double[0, 3].Array[1, 60].Sample(gaps =>
        {
            var limit = new Limits(Capacity: 4, RefillPerSecond: 2);
            var buckets = new TokenBuckets(limit);
            var (now, uses) = (Start, new List<DateTimeOffset>());
            foreach (var gap in gaps)
            {
                now = now.AddSeconds(gap);
                uses.Add(now + buckets.Draw("A", now));
            }

            // In any window: no more than what a full bucket holds and what flows in meanwhile.
            for (var from = 0; from < uses.Count; from++)
            {
                for (var to = from; to < uses.Count; to++)
                {
                    var allowed = 4 + 2 * (uses[to] - uses[from]).TotalSeconds;
                    if (to - from + 1 > allowed + 0.001)
                    {
                        return false;
                    }
                }
            }

            return true;
        });

    private sealed class Limits(double Capacity, double RefillPerSecond) : IRateLimits
    {
        public RateLimit For(string api) => new(Capacity, RefillPerSecond);
    }
}
