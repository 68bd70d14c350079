namespace Darkroom.Contracts.Operations;

/// <summary>
/// What the guest of a preparation has said about itself so far, in the order of its script. Darkroom reads it off the console: while somebody follows the
/// operation at most every 30 seconds, and once the instance has stopped.
/// </summary>
public sealed record OperationGuestDto
{
    /// <summary>When its beginning was read; null while it wasn't.</summary>
    public DateTimeOffset? BegunAt { get; init; }

    /// <summary>When its last line was read; null while it wasn't.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What hasn't been said may still come.</summary>
    public required bool IsAwaited { get; init; }
    public required IReadOnlyList<OperationGuestItemDto> Items { get; init; }
}

/// <summary>Whether the guest does something or finds something out.</summary>
public enum GuestItemKind { Step, Fact }

/// <summary>A step or a fact that the guest's script reports.</summary>
public sealed record OperationGuestItemDto
{
    public required GuestItemKind Kind { get; init; }

    /// <summary>E.g. <c>OsRearm</c>, <c>AgentVersion</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Of a step its outcome, e.g. <c>Done</c>. Null while it wasn't said; empty where the guest looked and found nothing.</summary>
    public string? Value { get; init; }

    /// <summary>What a step said besides.</summary>
    public string? Detail { get; init; }

    /// <summary>When it was read; the guest's own time isn't known.</summary>
    public DateTimeOffset? At { get; init; }
}
