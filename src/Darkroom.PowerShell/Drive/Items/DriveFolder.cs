using Darkroom.Contracts.Paths;

namespace Darkroom.PowerShell.Drive;

/// <summary>The drive itself or one of its two roots.</summary>
public sealed class DriveFolder
{
    internal DriveFolder(XDHypPath place)
    {
        Name = place.Root?.ToString() ?? XDHypPath.DriveName;
        FullPath = place.ToString();
    }

    /// <summary><c>Connections</c>, <c>HostingUnits</c>, or the drive's name.</summary>
    public string Name { get; }

    /// <summary>Absolute, <c>XDHyp:\…</c>.</summary>
    public string FullPath { get; }

    public override string ToString() => FullPath;
}
