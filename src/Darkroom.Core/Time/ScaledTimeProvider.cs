namespace Darkroom.Core.Time;

/// <summary>A clock that runs <paramref name="scale"/> times faster than real time; exists only beside the simulator.</summary>
/// <param name="start">The time it starts at; the real time unless given.</param>
public sealed class ScaledTimeProvider(double scale, DateTimeOffset? start = null) : TimeProvider
{
    private readonly DateTimeOffset _start = start ?? System.GetUtcNow();
    private readonly long _startStamp = System.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => _start + System.GetElapsedTime(_startStamp) * scale;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, ToReal(dueTime), ToReal(period));

    private TimeSpan ToReal(TimeSpan scaled) =>
        scaled <= TimeSpan.Zero ? scaled : TimeSpan.FromMilliseconds(Math.Max(1, scaled.TotalMilliseconds / scale));
}
