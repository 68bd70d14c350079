using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Paths;

namespace Darkroom.Studio.Hosting.Units;

/// <summary>What somebody has entered about a hosting unit.</summary>
public sealed class UnitDraft
{
    /// <summary>Of the unit that is changed, as it was read; 0 of a new one.</summary>
    public long Version { get; set; }

    public string Name { get; set; } = "";

    public Guid? Connection { get; set; }

    /// <summary>Path of the VPC.</summary>
    public string? Vpc { get; set; }

    /// <summary>Path of the zone.</summary>
    public string? Zone { get; set; }

    /// <summary>Paths of the subnets, NIC 0's first.</summary>
    public List<string> Subnets { get; set; } = [];

    public static UnitDraft Of(HostingUnitDto unit) => new()
    {
        Version = unit.Version,
        Name = unit.HostingUnitName,
        Connection = unit.HypervisorConnectionUid,
        Vpc = unit.RootPath,
        Zone = XDHypPath.TryParse(unit.RootPath, out var vpc, out _) ? $"{vpc.Child(new PathNode(ItemType.AvailabilityZone, unit.AvailabilityZone))}" : null,
        Subnets = [.. unit.Subnets.Select(subnet => subnet.NetworkPath)],
    };

    /// <summary>Another connection has other VPCs, another VPC other zones, another zone other subnets.</summary>
    public void ChooseConnection(Guid? connection)
    {
        if (Connection != connection)
        {
            Connection = connection;
            ChooseVpc(null);
        }
    }

    public void ChooseVpc(string? path)
    {
        if (Vpc != path)
        {
            Vpc = path;
            ChooseZone(null);
        }
    }

    public void ChooseZone(string? path)
    {
        if (Zone != path)
        {
            (Zone, Subnets) = (path, []);
        }
    }

    public CreateHostingUnitRequest ToRequest() => new()
    {
        HostingUnitName = Name,
        HypervisorConnection = Connection?.ToString() ?? "",
        RootPath = Vpc ?? "",
        AvailabilityZonePath = Zone ?? "",
        NetworkPaths = Subnets,
    };

    /// <summary>What of a unit becomes different.</summary>
    public UpdateHostingUnitRequest ToChange(HostingUnitDto before) => new()
    {
        HostingUnitName = Name == before.HostingUnitName ? null : Name,
        NetworkPaths = Subnets.SequenceEqual(before.Subnets.Select(subnet => subnet.NetworkPath)) ? null : Subnets,
    };
}
