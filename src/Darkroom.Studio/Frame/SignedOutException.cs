namespace Darkroom.Studio.Frame;

/// <summary>The session behind an open page has ended.</summary>
public sealed class SignedOutException() : Exception("The session has ended.");
