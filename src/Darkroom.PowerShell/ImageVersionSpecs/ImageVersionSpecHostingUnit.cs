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
    }

    public Guid ImageVersionSpecUid { get; }

    public Guid HostingUnitUid { get; }

    public string HostingUnitName { get; }

    /// <summary>The unit that the spec was made in; the others are shares.</summary>
    public bool IsPrimary { get; }

    public override string ToString() => HostingUnitName;
}
