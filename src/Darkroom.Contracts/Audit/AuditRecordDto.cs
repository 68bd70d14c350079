using System.Text.Json;

namespace Darkroom.Contracts.Audit;

/// <summary>Who changed what, and what it was before.</summary>
public sealed record AuditRecordDto
{
    /// <summary>Grows along the audit.</summary>
    public required long Id { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Name of the token that was shown; <c>darkroom</c> for what the server did by itself.</summary>
    public required string User { get; init; }

    /// <summary>What was done, e.g. <c>CreateImageDefinition</c>.</summary>
    public required string Action { get; init; }

    /// <summary>E.g. <c>ImageDefinition</c>.</summary>
    public required string TargetType { get; init; }
    public required Guid TargetUid { get; init; }

    /// <summary>As it was called then.</summary>
    public required string TargetName { get; init; }

    /// <summary>The target before the change; null when it was made by it.</summary>
    public JsonElement? Before { get; init; }

    /// <summary>The target after the change; null when it was removed by it.</summary>
    public JsonElement? After { get; init; }

    /// <summary>The operation that was started or steered.</summary>
    public Guid? OperationId { get; init; }

    /// <summary>What ties several changes to one high-level operation.</summary>
    public Guid? LoggingId { get; init; }
}
