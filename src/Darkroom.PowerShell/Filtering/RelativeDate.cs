using System.Globalization;
using System.Text.RegularExpressions;
using Darkroom.PowerShell.Sessions;

namespace Darkroom.PowerShell.Filtering;

/// <summary>Times before or after now: <c>-2</c> is two days ago, <c>-1:30</c> an hour and a half.</summary>
internal static partial class RelativeDate
{
    public static bool TryRead(string text, out object? time)
    {
        time = null;
        var match = Relative().Match(text);
        if (!match.Success || !TimeSpan.TryParse(text.TrimStart('+'), CultureInfo.InvariantCulture, out var span))
        {
            return false;
        }

        time = UserClock.Real.Now.LocalDateTime + span;
        return true;
    }

    [GeneratedRegex(@"^[-+]\d+(\.\d+)?(:\d+){0,2}$")]
    private static partial Regex Relative();
}
