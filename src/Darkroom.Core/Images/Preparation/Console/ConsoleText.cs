using System.Text.RegularExpressions;

namespace Darkroom.Core.Images.Preparation.Console;

/// <summary>A console as it can be shown: bounded, without what steers a terminal, and without the password that Windows prints for the holder of a key pair.</summary>
internal static partial class ConsoleText
{
    /// <summary>What EC2 keeps of a console, 64 KB, has no more characters than this.</summary>
    public const int LongestText = 65_536;

    /// <summary>The end of a console that is kept as evidence.</summary>
    public const int LongestEvidence = 8_000;

    public static string Of(string console, int longest = LongestText)
    {
        var text = Unprintable().Replace(Sequence().Replace(Password().Replace(console, "$1…$2"), ""), "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return text.Length <= longest ? text : text[^longest..];
    }

    // EC2Launch and its forerunners print it, encrypted for the key pair (EC2 user guide, passwords of Windows instances).
    [GeneratedRegex("(<Password>).*?(</Password>|$)", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Password();

    // ECMA-48: CSI sequences and two-character escapes; OSC sequences up to their end.
    [GeneratedRegex(@"\x1B(?:\][^\x07\x1B]*(?:\x07|\x1B\\)?|\[[0-?]*[ -/]*[@-~]|[@-Z\\^_])")]
    private static partial Regex Sequence();

    [GeneratedRegex(@"[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])")]
    private static partial Regex Unprintable();
}
