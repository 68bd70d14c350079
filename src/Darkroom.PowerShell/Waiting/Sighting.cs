using Darkroom.Contracts.Operations;

namespace Darkroom.PowerShell.Waiting;

/// <summary>What somebody who waits for an operation learns about it.</summary>
internal abstract record Sighting
{
    private Sighting()
    {
    }

    /// <summary>The server was asked, and this is how the operation stands.</summary>
    public sealed record Read(OperationDto Operation) : Sighting;

    /// <summary>A new line of the operation's log.</summary>
    public sealed record Logged(OperationEventDto Event) : Sighting;

    /// <summary>The server doesn't answer; it is waited for until then.</summary>
    public sealed record Unanswered(DateTimeOffset Since, DateTimeOffset Until) : Sighting;
}
