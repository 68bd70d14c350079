namespace Darkroom.Core.Audit;

/// <summary>Who changed what, written in the transaction of the change itself.</summary>
public sealed class AuditRecord
{
    public long Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string User { get; init; }

    /// <summary>Name of the use case, e.g. <c>CreateImageDefinition</c>.</summary>
    public required string Action { get; init; }
    public required string TargetType { get; init; }
    public required Guid TargetUid { get; init; }
    public required string TargetName { get; init; }

    /// <summary>JSON of the target before the change; null when it was created.</summary>
    public string? Before { get; init; }

    /// <summary>JSON of the target after the change; null when it was removed.</summary>
    public string? After { get; init; }
    public Guid? OperationId { get; init; }
    public Guid? LoggingId { get; init; }
}
