using System.Globalization;

namespace Darkroom.Core.Images.Guest;

/// <summary>The year and month that an agent's version begins with: <c>2411.0.0.123</c> on Windows, <c>24.11.0.20</c> on Linux.</summary>
internal static class AgentVersion
{
    /// <summary>The first release that can be prepared (cmdlet reference: 2311 or later, with the MCSIO driver).</summary>
    internal const int Oldest = 2311;

    /// <summary>Year and month as one number, or null when the text doesn't begin with them.</summary>
    internal static int? YearMonth(string version)
    {
        var parts = version.Trim().Split('.');
        if (parts[0].Length == 4) return Plausible(Number(parts[0]));
        return parts.Length > 1 && parts[0].Length == 2 && parts[1].Length is 1 or 2 ? Plausible(Number(parts[0]) * 100 + Number(parts[1])) : null;
    }

    private static int? Number(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int? Plausible(int? yearMonth) => yearMonth % 100 is >= 1 and <= 12 ? yearMonth : null;
}
