using System.Globalization;
using System.Text.RegularExpressions;

namespace Darkroom.PowerShell.Filtering;

/// <summary>PowerShell's numbers: with sign, fraction and exponent, in hexadecimal, and with kb, mb, gb, tb and pb.</summary>
internal static partial class FilterNumber
{
    private static readonly string[] Units = ["", "kb", "mb", "gb", "tb", "pb"];

    /// <summary>A decimal where it fits into one, a double else; null when it is no number.</summary>
    public static object? Read(string word)
    {
        if (Shape().Match(word) is not { Success: true } match)
        {
            return null;
        }

        var scale = (decimal)Math.Pow(1024, Array.IndexOf(Units, match.Groups["unit"].Value.ToLowerInvariant()));
        if (match.Groups["hex"] is { Success: true } hex)
        {
            return ulong.TryParse(hex.Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)
                ? Signed(bits * scale, match.Groups["sign"].Value)
                : null;
        }

        var digits = match.Groups["sign"].Value + match.Groups["digits"].Value;
        try
        {
            return decimal.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture) * scale;
        }
        catch (OverflowException)
        {
            return double.Parse(digits, CultureInfo.InvariantCulture) * (double)scale;
        }
    }

    private static object Signed(decimal amount, string sign) => sign == "-" ? -amount : amount;

    [GeneratedRegex(@"^(?<sign>[+-]?)(0x(?<hex>[0-9a-f]+)|(?<digits>(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?))[ld]?(?<unit>([kmgtp]b)?)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
