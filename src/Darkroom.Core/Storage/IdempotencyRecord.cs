namespace Darkroom.Core.Storage;

/// <summary>The reply to a change, kept so that a repeat under the same key is answered and not done again.</summary>
public sealed class IdempotencyRecord
{
    /// <summary>Caller, use case and the caller's key.</summary>
    public required string Key { get; init; }
    public required string RequestHash { get; init; }
    public required string Reply { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}
