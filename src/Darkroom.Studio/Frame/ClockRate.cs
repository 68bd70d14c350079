namespace Darkroom.Studio.Frame;

/// <summary>How fast the server's clock runs, for times that go on counting in the browser.</summary>
/// <param name="Scale">Seconds of the server's clock in a second of real time.</param>
public sealed record ClockRate(double Scale);
