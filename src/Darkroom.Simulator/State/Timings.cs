namespace Darkroom.Simulator.State;

/// <summary>How long things take, in simulated seconds. A world may set its own.</summary>
public sealed record Timings
{
    /// <summary>From a launch or start until running.</summary>
    public double PendingSeconds { get; init; } = 10;

    /// <summary>From a stop until stopped.</summary>
    public double StoppingSeconds { get; init; } = 15;

    /// <summary>From a termination until terminated.</summary>
    public double ShuttingDownSeconds { get; init; } = 15;

    /// <summary>How long a terminated instance stays listed.</summary>
    public double TerminatedListedSeconds { get; init; } = 3600;

    /// <summary>From CreateImage until the image is available.</summary>
    public double ImageSeconds { get; init; } = 120;

    /// <summary>From a snapshot's start until it is completed.</summary>
    public double SnapshotSeconds { get; init; } = 100;

    /// <summary>From running until the status checks are through.</summary>
    public double StatusChecksSeconds { get; init; } = 60;

    /// <summary>From a line's printing until it is posted, once the instance doesn't run any more.</summary>
    public double ConsoleDelaySeconds { get; init; } = 20;

    /// <summary>How long something new stays out of the reads' sight.</summary>
    public double ConsistencySeconds { get; init; } = 1;
}
