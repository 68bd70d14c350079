namespace Darkroom.Core.Operations.CloudCalls;

/// <summary>A call to the cloud that an operation made, or several of one kind that followed one another, as polls do: then their number, and the last of them.</summary>
public sealed record OperationCloudCall
{
    /// <summary>Grows along the whole table.</summary>
    public long Sequence { get; init; }
    public required Guid OperationId { get; init; }

    /// <summary>The step that was run or taken back.</summary>
    public string? Step { get; init; }
    public required int Attempt { get; init; }

    /// <summary>Service and action: <c>ec2:RunInstances</c>.</summary>
    public required string Action { get; init; }
    public required bool IsDryRun { get; init; }

    /// <summary>The cloud's code, or Darkroom's where no answer came; null when it succeeded.</summary>
    public string? Failure { get; init; }
    public required DateTimeOffset FirstAt { get; init; }
    public required DateTimeOffset LastAt { get; init; }
    public required int Times { get; init; }
    public required double LastTookMilliseconds { get; init; }
    public string? LastRequestId { get; init; }

    internal bool IsFollowedBy(OperationCloudCall next) =>
        (Step, Attempt, Action, IsDryRun, Failure) == (next.Step, next.Attempt, next.Action, next.IsDryRun, next.Failure);

    internal OperationCloudCall With(OperationCloudCall next) => this with
    {
        LastAt = next.LastAt,
        Times = Times + next.Times,
        LastTookMilliseconds = next.LastTookMilliseconds,
        LastRequestId = next.LastRequestId,
    };
}
