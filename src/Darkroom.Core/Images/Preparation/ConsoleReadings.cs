using Darkroom.Core.Images.Guest;
using Darkroom.Core.Images.Preparation.Console;

namespace Darkroom.Core.Images.Preparation;

/// <summary>
/// What was read of an instance's console so far. A report grows from one reading to the next: the console's oldest lines get lost, and what the cloud posts
/// after a stop can be behind what it showed live a moment before.
/// </summary>
/// <param name="Text">The longest reading, and of two as long the newer one.</param>
/// <param name="Lines">Of the report, from all readings.</param>
/// <param name="Report">What they tell.</param>
internal sealed record ConsoleReadings(string Text, IReadOnlyList<string> Lines, GuestReport Report)
{
    public static readonly ConsoleReadings None = new("", [], GuestReport.Empty);

    /// <summary>What stays when the instance is gone.</summary>
    public GuestConsole Kept => new(string.Join('\n', Lines), ConsoleText.Of(Text, ConsoleText.LongestEvidence));

    /// <summary>These, and another reading.</summary>
    public ConsoleReadings And(string console, GuestNonce nonce) => new(
        console.Length >= Text.Length ? console : Text,
        [.. Lines.Union(console.Split('\n').Where(line => line.Contains(nonce.Value, StringComparison.Ordinal)))],
        Report.ReadOn(console, nonce));
}
