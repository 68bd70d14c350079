using Darkroom.Contracts.Images;

namespace Darkroom.PowerShell.ImageVersionSpecs;

/// <summary>What the guest said about itself while it was prepared.</summary>
public sealed class ImageRuntimeInfo
{
    internal ImageRuntimeInfo(ImageRuntimeInfoDto guest)
    {
        OperatingSystem = guest.OperatingSystem;
        OsBuild = guest.OsBuild;
        AgentVersion = guest.AgentVersion;
        McsIo = guest.McsIo;
        SessionSupport = guest.SessionSupport;
        IdentityJoinStatus = guest.IdentityJoinStatus;
        Verdict = guest.Verdict;
    }

    public string? OperatingSystem { get; }

    public string? OsBuild { get; }

    public string? AgentVersion { get; }

    /// <summary>Whether the MCSIO driver is there; null when the guest didn't say.</summary>
    public bool? McsIo { get; }

    public string? SessionSupport { get; }

    public string? IdentityJoinStatus { get; }

    /// <summary>Verified, Refuted or Unverified.</summary>
    public string Verdict { get; }

    public override string ToString() => $"{Verdict}: {OperatingSystem} {OsBuild}, agent {AgentVersion}";
}
