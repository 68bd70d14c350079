namespace Darkroom.Simulator.Guests;

/// <summary>The operating system inside an image.</summary>
public enum GuestOs
{
    Windows,
    Linux,
}

/// <summary>How a guest behaves once it has a script to run.</summary>
public enum GuestBehaviour
{
    /// <summary>It runs the script to its end and shuts down.</summary>
    Normal,

    /// <summary>It prints nothing and shuts down.</summary>
    Silent,

    /// <summary>It begins, then does nothing any more and never shuts down.</summary>
    Hangs,

    /// <summary>It begins, then crashes and is off.</summary>
    Crashes,
}

/// <summary>How a preparation step ends in a guest.</summary>
/// <param name="Outcome"><c>Done</c>, <c>CountExceeded</c>, <c>Failed</c> or <c>NotApplicable</c>.</param>
/// <param name="Detail">What the guest says about it, or null.</param>
public sealed record GuestStepOutcome(string Outcome, string? Detail = null);

/// <summary>What is inside an image and how it behaves when it is prepared. Part of the world, never shown by any AWS call.</summary>
public sealed record GuestFacts
{
    public required GuestOs Os { get; init; }

    /// <summary>For example <c>Microsoft Windows 10 Enterprise</c>.</summary>
    public required string OperatingSystem { get; init; }

    public required string OsBuild { get; init; }

    /// <summary>The agent's version, empty when there is no agent.</summary>
    public string AgentVersion { get; init; } = "";

    public bool Mcsio { get; init; }

    /// <summary><c>SingleSession</c>, <c>MultiSession</c> or <c>Unknown</c>.</summary>
    public string SessionSupport { get; init; } = "Unknown";

    /// <summary><c>None</c>, <c>ActiveDirectory</c>, <c>AzureAD</c>, <c>HybridAzureAD</c> or <c>Unknown</c>.</summary>
    public string IdentityJoinStatus { get; init; } = "None";

    public GuestBehaviour Behaviour { get; init; } = GuestBehaviour.Normal;

    /// <summary>Simulated seconds from power-on until the script runs.</summary>
    public double BootSeconds { get; init; } = 40;

    /// <summary>Simulated seconds a step takes, by its name; 5 where nothing is said.</summary>
    public IReadOnlyDictionary<string, double> StepSeconds { get; init; } = new Dictionary<string, double>();

    /// <summary>How steps end that don't end with Done, by their name.</summary>
    public IReadOnlyDictionary<string, GuestStepOutcome> Steps { get; init; } = new Dictionary<string, GuestStepOutcome>();

    /// <summary>Lines that the image prints by itself while it boots.</summary>
    public IReadOnlyList<string> ConsoleNoise { get; init; } = [];
}
