using System.Text.Json.Serialization;

namespace Darkroom.Contracts.Problems;

/// <summary>One error or warning: what it is, why, and what to do. The same in REST, PowerShell and Studio.</summary>
public sealed record ProblemItemDto
{
    public const int MostObstacles = 1000;

    public required string Code { get; init; }
    public required string Message { get; init; }
    public string Remedy { get; init; } = "";

    /// <summary>The input member it is about, in the API's spelling.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Field { get; init; }

    /// <summary>What the cloud said, word for word, where it said something.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Detail { get; init; }

    /// <summary>What has to go or end first, where something stands in the way: the first <see cref="MostObstacles"/>; the message tells how many there are.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ObstacleDto>? Obstacles { get; init; }
}

/// <summary>Problem details (RFC 9457) with a stable code, the cause, the remedy and a docs anchor.</summary>
public sealed record ProblemDto
{
    public required string Type { get; init; }
    public required string Title { get; init; }
    public required int Status { get; init; }
    public required string Detail { get; init; }
    public required string Code { get; init; }
    public required string Remedy { get; init; }
    public required IReadOnlyList<ProblemItemDto> Errors { get; init; }
    public string? TraceId { get; init; }
}

/// <summary>A page of a list; <see cref="NextPageToken"/> is null on the last.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextPageToken);
