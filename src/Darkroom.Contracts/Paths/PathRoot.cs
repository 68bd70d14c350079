namespace Darkroom.Contracts.Paths;

/// <summary>The two folders at the root of the drive.</summary>
public enum PathRoot
{
    Connections,
    HostingUnits,
}
