using Darkroom.Simulator.Time;

namespace Darkroom.Server.Composition;

/// <summary>The server can't start as it was asked to; the message says why, the remedy what to do.</summary>
public sealed class StartRefusedException(string message, string remedy, Exception? inner = null) : Exception(message, inner)
{
    public string Remedy => remedy;

    /// <summary>Of whichever verb was asked for a clock that can't be.</summary>
    public static StartRefusedException OfClockScale(double scale) => new(
        FormattableString.Invariant($"No clock can run {scale} times as fast as real time."),
        FormattableString.Invariant($"Give --clock-scale above 0 and at most {SimulatedClock.MostScale}."));
}
