using System.Globalization;

namespace Darkroom.Bench.Report;

/// <summary>One line of the table.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Value">What came out, with its unit.</param>
/// <param name="Goal">What it should be at most or at least; null where there is none.</param>
/// <param name="Floor">What the plain building block under it takes in the same run; null where there is none.</param>
internal sealed record Figure(string Name, string Value, string? Goal = null, string? Floor = null)
{
    public static string Seconds(double seconds) => seconds.ToString(seconds < 10 ? "0.00 s" : "0.0 s", CultureInfo.InvariantCulture);

    public static string Milliseconds(double milliseconds) => milliseconds.ToString("0.00 ms", CultureInfo.InvariantCulture);

    public static string Megabytes(long bytes) => (bytes / 1e6).ToString("0 MB", CultureInfo.InvariantCulture);

    public static string Kilobytes(long bytes) => (bytes / 1e3).ToString("0.0 kB", CultureInfo.InvariantCulture);

    public static string PerSecond(double rate) => rate.ToString("#,0 /s", CultureInfo.InvariantCulture);

    public static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
