using Darkroom.Contracts.Images;

namespace Darkroom.PowerShell.ImageVersionSpecs;

/// <summary>A hosting unit in which a spec may be used.</summary>
public sealed class ImageVersionSpecHostingUnit
{
    internal ImageVersionSpecHostingUnit(ImageVersionSpecHostingUnitDto unit)
    {
        ImageVersionSpecUid = unit.ImageVersionSpecUid;
        HostingUnitUid = unit.HostingUnitUid;
        HostingUnitName = unit.HostingUnitName;
        IsPrimary = unit.IsPrimary;
        Status = unit.Status;
        Checks = [.. unit.Checks.Select(check => new ImageVersionSpecCheck(check))];
        Errors = [.. unit.Errors.Select(error => new ImageVersionSpecFinding(error).ToString())];
    }

    public Guid ImageVersionSpecUid { get; }

    public Guid HostingUnitUid { get; }

    public string HostingUnitName { get; }

    /// <summary>The unit that the spec was made in; the others are shares.</summary>
    public bool IsPrimary { get; }

    /// <summary>Only with Success may the spec be used there; of the primary unit the spec's own state.</summary>
    public ImageShareStatus Status { get; }

    /// <summary>What was looked at before the spec was shared to it; empty of the primary unit.</summary>
    public ImageVersionSpecCheck[] Checks { get; }

    /// <summary>Why it couldn't be shared, or taken back.</summary>
    public string[] Errors { get; }

    public override string ToString() => HostingUnitName;
}
