using Darkroom.Contracts.Images;

namespace Darkroom.Core.Images.Guest;

/// <summary>How a step inside the guest ended.</summary>
public enum GuestStepOutcome
{
    Done,
    Excluded,
    NotApplicable,
    CountExceeded,
    Failed,
}

/// <summary>The facts a guest reports about itself.</summary>
public enum GuestFactName
{
    OperatingSystem,
    OsBuild,
    AgentVersion,
    MCSIO,
    SessionSupport,
    IdentityJoinStatus,
}

/// <summary>One line of a guest's report.</summary>
public abstract record GuestEvent
{
    /// <summary>What the event is about: of two lines with one key, the later one counts.</summary>
    internal abstract string Key { get; }
}

/// <summary>The script has begun.</summary>
/// <param name="Script">The version of the script's report.</param>
/// <param name="Os">The operating system whose script ran.</param>
public sealed record GuestBegan(int Script, OsType Os) : GuestEvent
{
    internal override string Key => "begin";
}

/// <summary>A step has ended.</summary>
/// <param name="Detail">What the step said; null when it said nothing.</param>
public sealed record GuestStepEnded(GuestStep Step, GuestStepOutcome Outcome, string? Detail) : GuestEvent
{
    internal override string Key => $"step {Step}";
}

/// <summary>A fact. A boolean one has the value <c>true</c> or <c>false</c>.</summary>
public sealed record GuestFact(GuestFactName Name, string Value) : GuestEvent
{
    internal override string Key => $"fact {Name}";
}

/// <summary>The report is complete; the instance shuts down.</summary>
public sealed record GuestEnded : GuestEvent
{
    internal override string Key => "end";
}
