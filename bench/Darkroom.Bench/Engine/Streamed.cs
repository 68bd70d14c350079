using System.Diagnostics;
using Darkroom.Bench.Processes;

namespace Darkroom.Bench.Engine;

/// <summary>How a long list came: until the first of it and to its end in milliseconds, and how much memory it took at most, in bytes.</summary>
internal sealed record Streamed(int Count, double First, double Whole, long Memory)
{
    /// <summary>Times what calls the action it is given with the number of objects each time that some have come.</summary>
    public static Streamed Time(Action<Action<int>> read)
    {
        var before = ResidentMemory.Own.Now;
        var (count, first) = (0, 0.0);
        var since = Stopwatch.StartNew();
        read(more =>
        {
            if (count == 0) first = since.Elapsed.TotalMilliseconds;
            count += more;
        });
        return new Streamed(count, first, since.Elapsed.TotalMilliseconds, ResidentMemory.Own.Peak - before);
    }
}
