using Darkroom.Simulator.Time;

namespace Darkroom.Core.Tests.Operations;

/// <summary>
/// Time that passes only where somebody waits: whoever waits is at the end of the wait at once, and the simulated cloud with him. A busy machine can't
/// overrun a deadline.
/// </summary>
internal sealed class LeapingTime(SimulatedClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.UtcNow;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            clock.Advance(dueTime);
            ThreadPool.QueueUserWorkItem(_ => callback(state));
        }

        return new Over();
    }

    private sealed class Over : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
