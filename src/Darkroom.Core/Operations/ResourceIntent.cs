using Darkroom.Core.Clouds;

namespace Darkroom.Core.Operations;

/// <summary>
/// Committed before a cloud call that takes no token. Open until its outcome is known; an intent of unknown outcome
/// stays open after its operation's end, and the sweep finds what appears late.
/// </summary>
public sealed class ResourceIntent
{
    /// <summary>Our reference, in the resource's name and tag.</summary>
    public required string Reference { get; init; }
    public required OwnedResourceKind Kind { get; init; }
    public required Guid OperationId { get; init; }
    public required string Step { get; init; }
    public required Guid ConnectionUid { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The cloud's id once it is known.</summary>
    public string? ResourceId { get; set; }

    /// <summary>When its outcome was settled: confirmed and kept, removed, or missed often enough.</summary>
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>How often the sweep looked and found nothing.</summary>
    public int Misses { get; set; }
    public DateTimeOffset? FirstMissedAt { get; set; }
}
