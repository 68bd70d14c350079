namespace Darkroom.Server.Composition;

/// <summary>The server can't start as it was asked to; the message says why, the remedy what to do.</summary>
public sealed class StartRefusedException(string message, string remedy, Exception? inner = null) : Exception(message, inner)
{
    public string Remedy => remedy;
}
