namespace Darkroom.Core.Time;

/// <summary>
/// The one clock that all waiting goes through. A type of our own, so that it is never taken for the
/// container's TimeProvider: Orleans and ASP.NET would run on a scaled clock and declare themselves dead.
/// </summary>
public sealed class Clock(TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    public Task Delay(TimeSpan delay, CancellationToken ct) => Task.Delay(delay, time, ct);

    /// <summary>A token that is cancelled after the given time on this clock.</summary>
    public CancellationTokenSource After(TimeSpan delay) => new(delay, time);
}
