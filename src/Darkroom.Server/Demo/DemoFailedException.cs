namespace Darkroom.Server.Demo;

/// <summary>Something in the play wasn't as it should be.</summary>
internal sealed class DemoFailedException(string message) : Exception(message);
