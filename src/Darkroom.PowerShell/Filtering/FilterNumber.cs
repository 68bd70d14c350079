using System.Globalization;
using System.Management.Automation;

namespace Darkroom.PowerShell.Filtering;

/// <summary>Numbers as PowerShell writes them: 10, 2.5, 0x1f, 4gb. What only begins like one (a date, a uid) stays a text.</summary>
internal static class FilterNumber
{
    private static readonly (string Suffix, long Factor)[] Units = [("kb", 1L << 10), ("mb", 1L << 20), ("gb", 1L << 30), ("tb", 1L << 40), ("pb", 1L << 50)];

    public static object Read(string text)
    {
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return long.TryParse(text[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var hex) ? hex : text;
        }

        foreach (var (suffix, factor) in Units)
        {
            if (text.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && decimal.TryParse(text[..^2], CultureInfo.InvariantCulture, out var count))
            {
                return count * factor;
            }
        }

        return LanguagePrimitives.TryConvertTo<decimal>(text, CultureInfo.InvariantCulture, out var number) ? number : text;
    }
}
