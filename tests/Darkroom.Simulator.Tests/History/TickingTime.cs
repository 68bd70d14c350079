namespace Darkroom.Simulator.Tests.History;

/// <summary>Time that goes on by a second with every look at it, and only then: whoever looks twice sees two times.</summary>
internal sealed class TickingTime : TimeProvider
{
    private long _looks;

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => Interlocked.Increment(ref _looks);
}
