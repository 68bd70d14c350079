namespace Darkroom.Core.Access;

/// <summary>A browser's session that somebody has signed out of. It is remembered for as long as a copy of its cookie would otherwise be worth something.</summary>
public sealed class EndedSession
{
    public required Guid Uid { get; init; }

    /// <summary>When it would have ended by itself, in real time.</summary>
    public required DateTimeOffset Until { get; init; }
}
