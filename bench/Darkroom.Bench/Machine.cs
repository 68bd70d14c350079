using System.Globalization;

namespace Darkroom.Bench;

/// <summary>What the figures were taken on.</summary>
internal static class Machine
{
    /// <summary>Load average over one minute: above the number of cores the figures say as much about the neighbours.</summary>
    public static string Load => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    public static string Description => string.Create(
        CultureInfo.InvariantCulture,
        $"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, .NET {Environment.Version}, load {Load}");
}
