using System.Globalization;

namespace Darkroom.PowerShell.Filtering;

/// <summary>Dates in filters: ISO 8601, local unless it says otherwise; or how long from now, e.g. <c>-2</c> for two days ago and <c>-1:30</c> for ninety minutes.</summary>
internal static class FilterDate
{
    /// <summary>The date in local time; null when it is none.</summary>
    public static DateTime? Read(string text, DateTimeOffset now)
    {
        text = text.Trim();
        if (text.StartsWith('-') || text.StartsWith('+'))
        {
            return TimeSpan.TryParse(text.TrimStart('+'), CultureInfo.InvariantCulture, out var span) ? After(now, span) : null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var date) ? date.LocalDateTime
            : DateTime.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year) ? year
            : null;
    }

    /// <summary>So many days from now; null when no calendar reaches that far.</summary>
    public static DateTime? FromNow(decimal days, DateTimeOffset now) =>
        Math.Abs(days) > 3_000_000 ? null : After(now, TimeSpan.FromDays((double)days));

    private static DateTime? After(DateTimeOffset now, TimeSpan span)
    {
        try
        {
            return (now + span).LocalDateTime;
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
