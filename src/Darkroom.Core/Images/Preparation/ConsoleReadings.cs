using Darkroom.Core.Images.Guest;

namespace Darkroom.Core.Images.Preparation;

/// <summary>
/// What was read of an instance's console so far. What the cloud posts after a stop can be behind what it showed live a moment before, so the reading that tells
/// most of the report is kept, and the newest of several that tell as much.
/// </summary>
/// <param name="Text">Of the reading that is kept.</param>
/// <param name="Told">How much of the report that reading tells, in events.</param>
/// <param name="Report">What all readings together tell.</param>
internal sealed record ConsoleReadings(string Text, int Told, GuestReport Report)
{
    public static readonly ConsoleReadings None = new("", 0, GuestReport.Empty);

    /// <summary>These, and another reading.</summary>
    public ConsoleReadings And(string console, GuestNonce nonce)
    {
        var told = GuestReport.Read(console, nonce).Events.Count;
        var report = Report.ReadOn(console, nonce);
        return told >= Told ? new ConsoleReadings(console, told, report) : this with { Report = report };
    }
}
