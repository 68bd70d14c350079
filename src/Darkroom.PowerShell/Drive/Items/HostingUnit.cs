using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Paths;

namespace Darkroom.PowerShell.Drive;

/// <summary>A hosting unit as the drive shows it (cmdlet reference).</summary>
public sealed class HostingUnit
{
    internal HostingUnit(HostingUnitDto unit)
    {
        HostingUnitUid = unit.HostingUnitUid;
        HostingUnitName = unit.HostingUnitName;
        HypervisorConnection = new HypervisorConnectionReference(unit.HypervisorConnectionUid, unit.HypervisorConnectionName);
        RootPath = unit.RootPath;
        RootId = unit.VpcId;
        AvailabilityZones = [new AvailabilityZone(unit.AvailabilityZone, ZonePath(unit))];
        Networks = [.. unit.Subnets.Select(subnet => new HostingUnitNetwork(subnet))];
        NetworkPath = unit.Subnets[0].NetworkPath;
        NetworkId = unit.Subnets[0].SubnetId;
        FullPath = XDHypPath.HostingUnit(unit.HostingUnitName).ToString();
    }

    public Guid HostingUnitUid { get; }

    public string HostingUnitName { get; }

    public HypervisorConnectionReference HypervisorConnection { get; }

    /// <summary>The VPC, absolute: <c>XDHyp:\Connections\{connection}\{vpc}.virtualprivatecloud</c>.</summary>
    public string RootPath { get; }

    /// <summary><c>vpc-…</c>.</summary>
    public string RootId { get; }

    /// <summary>The first subnet: the one of NIC 0 unless something else is asked for.</summary>
    public string NetworkPath { get; }

    /// <summary>The first subnet's id.</summary>
    public string NetworkId { get; }

    /// <summary>All subnets, in the order they were given.</summary>
    public HostingUnitNetwork[] Networks { get; }

    /// <summary>The cloud places volumes itself; there is no storage to choose.</summary>
    public string[] Storage { get; } = [];

    public AvailabilityZone[] AvailabilityZones { get; }

    /// <summary>Whatever Darkroom makes carries its tags.</summary>
    public bool VMTaggingEnabled { get; } = true;

    /// <summary>Hosting units carry no metadata here.</summary>
    public Dictionary<string, string> Metadata { get; } = [];

    /// <summary>Absolute, <c>XDHyp:\HostingUnits\…</c>.</summary>
    public string FullPath { get; }

    public override string ToString() => HostingUnitName;

    private static string ZonePath(HostingUnitDto unit) =>
        XDHypPath.Parse(unit.RootPath).Child(new PathNode(ItemType.AvailabilityZone, unit.AvailabilityZone)).ToString();
}
