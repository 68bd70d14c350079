namespace Darkroom.PowerShell.Sessions;

/// <summary>The time of whoever sits before the session. It isn't the server's, which beside a simulator may run faster.</summary>
internal sealed class UserClock(TimeProvider time)
{
    public static readonly UserClock Real = new(TimeProvider.System);

    public DateTimeOffset Now => time.GetLocalNow();

    public Task WaitAsync(TimeSpan span, CancellationToken ct) => Task.Delay(span, time, ct);

    /// <summary>Cancels itself after a while, unless it is given more time before.</summary>
    public CancellationTokenSource Patience(TimeSpan span) => new(span, time);
}
