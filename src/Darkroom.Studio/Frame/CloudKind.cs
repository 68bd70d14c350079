namespace Darkroom.Studio.Frame;

/// <summary>What the server takes for the cloud.</summary>
/// <param name="IsSimulated">The simulator rather than AWS.</param>
public sealed record CloudKind(bool IsSimulated);
