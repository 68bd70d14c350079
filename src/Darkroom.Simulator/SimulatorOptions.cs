using Darkroom.Simulator.State;

namespace Darkroom.Simulator;

/// <summary>How a simulator is started.</summary>
public sealed record SimulatorOptions
{
    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>A world file; null means the demo world.</summary>
    public string? WorldPath { get; init; }

    /// <summary>A world as JSON text, instead of a file.</summary>
    public string? WorldJson { get; init; }

    /// <summary>Simulated seconds in a real second.</summary>
    public double ClockScale { get; init; } = 1;

    /// <summary>Whether simulated time stands still until it is advanced or resumed.</summary>
    public bool ClockPaused { get; init; }

    /// <summary>What AWS's published bucket sizes and refill rates are multiplied by; 0 switches throttling off.</summary>
    public double ThrottleFactor { get; init; } = 1;

    /// <summary>Changes the world's timings, for example <c>timings => timings with { ConsistencySeconds = 0 }</c>.</summary>
    public Func<Timings, Timings>? Timings { get; init; }

    /// <summary>Where ids come from: the same seed gives the same ids in the same order.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// A file that keeps what changed the cloud, so that the next simulator with it goes on where this one ended; null for a cloud that ends with its process.
    /// </summary>
    public string? HistoryPath { get; init; }

    /// <summary>The real time, which signatures are checked against and the simulated clock is driven by.</summary>
    public TimeProvider RealTime { get; init; } = TimeProvider.System;
}
