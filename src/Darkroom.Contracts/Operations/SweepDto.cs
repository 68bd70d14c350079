namespace Darkroom.Contracts.Operations;

/// <summary>What one sweep of an account in a Region found.</summary>
public sealed record SweepReportDto
{
    public required string AccountId { get; init; }
    public required string Region { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Left by ended operations, and removed.</summary>
    public required IReadOnlyList<SweptResourceDto> Removed { get; init; }

    /// <summary>Left alone, with the reason.</summary>
    public required IReadOnlyList<SweptResourceDto> Reported { get; init; }

    /// <summary>Creating calls whose outcome isn't known yet.</summary>
    public required int OpenIntents { get; init; }
}

/// <summary>A resource that carries Darkroom's tags.</summary>
public sealed record SweptResourceDto(string Kind, string Id, Guid? OperationId, string Reason);
