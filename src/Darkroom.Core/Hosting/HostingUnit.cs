using Darkroom.Contracts.Paths;
using Darkroom.Core.Storage;

namespace Darkroom.Core.Hosting;

/// <summary>One VPC, one availability zone, its subnets, inside a connection.</summary>
public sealed class HostingUnit : IVersioned, INamed
{
    public Guid Uid { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public string NameKey { get; set; } = "";
    public required Guid ConnectionUid { get; init; }
    public required string VpcId { get; init; }

    /// <summary>The VPC's label as it stands in paths: escaped, and with the id where the name alone didn't do.</summary>
    public required string VpcName { get; init; }
    public required string AvailabilityZone { get; init; }

    /// <summary>In the order given; the first is NIC 0's when nothing else is said.</summary>
    public required IReadOnlyList<HostingUnitSubnet> Subnets { get; set; }
    public DateTimeOffset CreatedAt { get; init; }
    public long Version { get; set; } = 1;

    /// <summary>The VPC as it stands in paths.</summary>
    public PathNode VpcNode() => RelativePath.Parse($"{VpcName}.{ItemType.VirtualPrivateCloud.Suffix()}").Leaf;

    /// <summary>The place of a subnet below the connection.</summary>
    public XDHypPath PathOf(HostingUnitSubnet subnet, string connectionName) => RootPath(connectionName)
        .Child(new PathNode(ItemType.AvailabilityZone, AvailabilityZone))
        .Child(new PathNode(ItemType.Network, subnet.CidrBlock, VpcId));

    /// <summary>The place of the VPC below the connection.</summary>
    public XDHypPath RootPath(string connectionName) => XDHypPath.Connection(connectionName).Child(VpcNode());
}

/// <summary>A subnet of a hosting unit.</summary>
public sealed record HostingUnitSubnet(string SubnetId, string CidrBlock);
