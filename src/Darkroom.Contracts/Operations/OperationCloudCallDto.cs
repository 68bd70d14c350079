namespace Darkroom.Contracts.Operations;

/// <summary>A call to the cloud that an operation made, or several alike that followed one another, as polls do.</summary>
public sealed record OperationCloudCallDto
{
    /// <summary>Grows from call to call.</summary>
    public required long Sequence { get; init; }

    /// <summary>E.g. <c>ec2</c>.</summary>
    public required string Service { get; init; }

    /// <summary>E.g. <c>RunInstances</c>.</summary>
    public required string Action { get; init; }

    /// <summary>The step that was run, or taken back.</summary>
    public string? Step { get; init; }
    public required int Attempt { get; init; }

    /// <summary>The cloud was only asked whether it would do it: a permission's check.</summary>
    public required bool IsDryRun { get; init; }

    /// <summary>The cloud's code, or Darkroom's where no answer came; null when it succeeded. A dry run that is allowed is answered <c>DryRunOperation</c>.</summary>
    public string? Failure { get; init; }

    /// <summary>When the first one was sent.</summary>
    public required DateTimeOffset FirstAt { get; init; }

    /// <summary>When the last one was sent.</summary>
    public required DateTimeOffset LastAt { get; init; }
    public required int Times { get; init; }

    /// <summary>From the sending of the last one to its answer.</summary>
    public required double LastTookMilliseconds { get; init; }

    /// <summary>The cloud's name for the last one, which its support asks for; null where no answer came.</summary>
    public string? LastRequestId { get; init; }
}
