namespace Darkroom.PowerShell.Sessions;

/// <summary>The connection broke while a change was asked for, and again while it was repeated; it may have been made.</summary>
internal sealed class InterruptedChangeException(HttpRequestException cause) : HttpRequestException(cause.Message, cause);
