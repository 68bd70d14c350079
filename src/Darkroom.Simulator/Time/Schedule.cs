namespace Darkroom.Simulator.Time;

/// <summary>
/// What happens later. Nothing runs by itself: whoever looks at the state first lets everything happen that is due by then, in order,
/// so a paused or advanced clock needs no timers and a test sees the same history each time.
/// </summary>
internal sealed class Schedule
{
    private readonly PriorityQueue<Action<DateTimeOffset>, (DateTimeOffset Due, long Order)> queue = new();
    private long order;

    /// <summary>Plans something for a simulated time; it is told that time, not the time it is noticed.</summary>
    public void At(DateTimeOffset due, Action<DateTimeOffset> happens) => queue.Enqueue(happens, (due, order++));

    /// <summary>Lets everything happen that is due.</summary>
    public void RunDue(DateTimeOffset now)
    {
        while (queue.TryPeek(out var happens, out var next) && next.Due <= now)
        {
            queue.Dequeue();
            happens(next.Due);
        }
    }
}
