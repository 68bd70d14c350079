namespace Darkroom.Simulator.Time;

/// <summary>
/// The time the simulated cloud lives in. It starts at the real time and runs <see cref="Scale"/> times as fast; it can be paused and pushed forward,
/// never back. Signatures are checked against real time, because clients sign with it.
/// </summary>
public sealed class SimulatedClock
{
    /// <summary>The fastest it runs: twenty-seven simulated years in a real day.</summary>
    public const double MostScale = 10_000;

    private readonly Lock gate = new();
    private readonly TimeProvider real;
    private DateTimeOffset simulatedAtMark;
    private long mark;
    private double scale;
    private bool paused;
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="real">The real time.</param>
    /// <param name="scale">Simulated seconds in a real second; more than 0, at most <see cref="MostScale"/>.</param>
    /// <param name="start">The simulated time it starts at; the real time unless given.</param>
    public SimulatedClock(TimeProvider real, double scale, DateTimeOffset? start = null)
    {
        this.real = real;
        this.scale = Checked(scale);
        simulatedAtMark = start ?? real.GetUtcNow();
        mark = real.GetTimestamp();
    }

    /// <summary>Whether a clock can run that many times as fast as real time.</summary>
    public static bool CanRunAt(double scale) => scale is > 0 and <= MostScale;

    /// <summary>The simulated time.</summary>
    public DateTimeOffset UtcNow
    {
        get
        {
            lock (gate)
                return Now();
        }
    }

    /// <summary>The real time, which signatures are checked against.</summary>
    public DateTimeOffset RealUtcNow => real.GetUtcNow();

    /// <summary>Simulated seconds in a real second.</summary>
    public double Scale
    {
        get
        {
            lock (gate)
                return scale;
        }
        set => Change(() => scale = Checked(value));
    }

    /// <summary>Whether simulated time stands still.</summary>
    public bool Paused
    {
        get
        {
            lock (gate)
                return paused;
        }
    }

    /// <summary>Stops simulated time; <see cref="Advance"/> still moves it.</summary>
    public void Pause() => Change(() => paused = true);

    /// <summary>Lets simulated time run on.</summary>
    public void Resume() => Change(() => paused = false);

    /// <summary>Moves simulated time forward at once.</summary>
    /// <param name="by">How far; not negative.</param>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Change(() => simulatedAtMark += by);
    }

    /// <summary>Moves simulated time forward to a point, unless it is there already.</summary>
    public void AdvanceTo(DateTimeOffset point) => Change(() => simulatedAtMark = point > simulatedAtMark ? point : simulatedAtMark);

    /// <summary>Waits for a span of simulated time.</summary>
    public async Task Delay(TimeSpan span, CancellationToken cancellationToken)
    {
        var due = UtcNow + span;
        while (true)
        {
            TimeSpan wait;
            Task change;
            lock (gate)
            {
                var left = due - Now();
                if (left <= TimeSpan.Zero)
                    return;
                wait = paused ? Timeout.InfiniteTimeSpan : TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds / scale));
                change = changed.Task;
            }
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(Task.Delay(wait, real, stop.Token), change);
            await stop.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private DateTimeOffset Now() => paused ? simulatedAtMark : simulatedAtMark + (real.GetElapsedTime(mark) * scale);

    private void Change(Action apply)
    {
        TaskCompletionSource before;
        lock (gate)
        {
            simulatedAtMark = Now();
            mark = real.GetTimestamp();
            apply();
            before = changed;
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        before.SetResult();
    }

    private static double Checked(double scale) => CanRunAt(scale)
        ? scale
        : throw new ArgumentOutOfRangeException(nameof(scale), scale, FormattableString.Invariant($"The clock's scale must be more than 0 and at most {MostScale}."));
}
