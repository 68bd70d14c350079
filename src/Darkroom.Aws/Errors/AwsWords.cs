using System.Text.RegularExpressions;

namespace Darkroom.Aws.Errors;

/// <summary>AWS's own words, fit to be shown and kept: without secrets, on one line, of a bounded length.</summary>
internal static partial class AwsWords
{
    private const int Longest = 1000;

    // Lines after the first may repeat the signed request with its session token, and encoded text helps nobody.
    public static string Clean(string message)
    {
        var text = message.Split(['\r', '\n'], 2)[0];
        var encoded = text.IndexOf("Encoded authorization failure message", StringComparison.Ordinal);
        text = Secrets().Replace(encoded >= 0 ? text[..encoded] : text, "…").Trim();
        return text.Length <= Longest ? text : text[..Longest];
    }

    // A session token by its name or by its length, which no id, ARN's part or address has.
    [GeneratedRegex(@"(?<=security-?token\W{1,3}|session_?token\W{1,3}|signature=)[^\s&,'""]+|[A-Za-z0-9+/=%]{100,}", RegexOptions.IgnoreCase)]
    private static partial Regex Secrets();
}
