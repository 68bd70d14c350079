using System.Text.RegularExpressions;

namespace Darkroom.Simulator.Guests;

/// <summary>What a guest understands of the user data it was given: for which system it is, its nonce and the steps to leave out.</summary>
/// <param name="Os">The system whose language the script is written in.</param>
/// <param name="Nonce">What marks its lines.</param>
/// <param name="ExcludedSteps">The steps it leaves out.</param>
/// <param name="RunsAtEachStart">Whether it is called at each start, not only the first.</param>
/// <param name="ShutsDown">Whether it shuts the guest down at its end.</param>
internal sealed partial record GuestScript(GuestOs Os, string Nonce, IReadOnlyCollection<string> ExcludedSteps, bool RunsAtEachStart, bool ShutsDown)
{
    /// <summary>Reads user data; null when it holds no script with a nonce.</summary>
    public static GuestScript? Read(string? userData)
    {
        if (userData is null)
            return null;
        if (PowerShellPart().Match(userData) is { Success: true } part)
        {
            var script = part.Groups["script"].Value;
            return PowerShellNonce().Match(script) is { Success: true } nonce
                ? new(GuestOs.Windows, nonce.Groups["value"].Value, Quoted(PowerShellExclusions().Match(script).Groups["value"].Value),
                    Persists().IsMatch(userData), !PowerShellStaysUp().IsMatch(script))
                : null;
        }
        if (!userData.StartsWith("#!", StringComparison.Ordinal) || ShellNonce().Match(userData) is not { Success: true } shellNonce)
            return null;
        var excluded = ShellExclusions().Match(userData).Groups["value"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(GuestOs.Linux, shellNonce.Groups["value"].Value, excluded, RunsAtEachStart: false, !ShellStaysUp().IsMatch(userData));
    }

    private static string[] Quoted(string list) => [.. QuotedWord().Matches(list).Select(word => word.Groups["value"].Value)];

    [GeneratedRegex("<powershell>(?<script>.*?)</powershell>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex PowerShellPart();

    [GeneratedRegex(@"<persist>\s*true\s*</persist>", RegexOptions.IgnoreCase)]
    private static partial Regex Persists();

    [GeneratedRegex(@"^\s*\$DarkroomNonce\s*=\s*'(?<value>[^']+)'", RegexOptions.Multiline)]
    private static partial Regex PowerShellNonce();

    [GeneratedRegex(@"^\s*\$DarkroomExcludedSteps\s*=\s*@\((?<value>[^)]*)\)", RegexOptions.Multiline)]
    private static partial Regex PowerShellExclusions();

    [GeneratedRegex(@"^\s*\$DarkroomNoAutoShutdown\s*=\s*\$true", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex PowerShellStaysUp();

    [GeneratedRegex("^DARKROOM_NO_AUTO_SHUTDOWN='true'", RegexOptions.Multiline)]
    private static partial Regex ShellStaysUp();

    [GeneratedRegex("'(?<value>[^']*)'")]
    private static partial Regex QuotedWord();

    [GeneratedRegex("^DARKROOM_NONCE='(?<value>[^']+)'", RegexOptions.Multiline)]
    private static partial Regex ShellNonce();

    [GeneratedRegex("^DARKROOM_EXCLUDED_STEPS='(?<value>[^']*)'", RegexOptions.Multiline)]
    private static partial Regex ShellExclusions();
}
