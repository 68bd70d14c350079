namespace Darkroom.Bench.Load;

/// <summary>How fast answers came under load.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="P50">Half of them came within this, in milliseconds.</param>
/// <param name="P99">All but one in a hundred came within this, in milliseconds.</param>
internal sealed record LoadResult(double PerSecond, double P50, double P99)
{
    public static LoadResult Of(List<TimeSpan> times, TimeSpan elapsed)
    {
        times.Sort();
        double At(double part) => times[(int)((times.Count - 1) * part)].TotalMilliseconds;
        return new LoadResult(times.Count / elapsed.TotalSeconds, At(0.5), At(0.99));
    }
}
