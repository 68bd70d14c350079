namespace Darkroom.Client.Http;

/// <summary>What goes beside a request.</summary>
public sealed record RequestContext
{
    /// <summary>The version of the resource that was read; null sends <c>If-Match: *</c> where one is needed, and takes any state.</summary>
    public long? IfVersion { get; init; }

    /// <summary>A repeat under the same key is answered with the first reply.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>The high-level operation that this request belongs to.</summary>
    public Guid? LoggingId { get; init; }

    internal static readonly RequestContext Empty = new();
}
