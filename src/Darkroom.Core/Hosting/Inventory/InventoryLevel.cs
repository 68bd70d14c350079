using Darkroom.Contracts.Paths;
using Darkroom.Core.Clouds;

namespace Darkroom.Core.Hosting;

/// <summary>A place in the tree below a connection or a hosting unit: what lies there and how the cloud is asked for it.</summary>
internal sealed record InventoryLevel
{
    private InventoryLevel()
    {
    }

    public required HypervisorConnection Connection { get; init; }

    /// <summary>Null below a connection.</summary>
    public HostingUnit? Unit { get; private init; }

    public required XDHypPath Path { get; init; }

    /// <summary>Kinds that lie here; none below what holds nothing.</summary>
    public required IReadOnlyList<CloudItemKind> Kinds { get; init; }

    /// <summary>The place as errors name it.</summary>
    public XDHypPath Shown { get; private init; } = XDHypPath.Drive;

    private string? VpcId { get; init; }

    private string? Zone { get; init; }

    private string? LaunchTemplateId { get; init; }

    private bool EverySubnet { get; init; }

    /// <summary>The place below the connection; empty at its top.</summary>
    private string ObjectPath { get; init; } = "";

    public static InventoryLevel Of(HypervisorConnection connection) => new()
    {
        Connection = connection,
        Path = XDHypPath.Connection(connection.Name),
        Shown = XDHypPath.Connection(connection.Name),
        Kinds = InventoryTree.KindsBelow(PathRoot.Connections, null),
    };

    public static InventoryLevel Of(HypervisorConnection connection, HostingUnit unit) => new()
    {
        Connection = connection,
        Unit = unit,
        Path = XDHypPath.HostingUnit(unit.Name),
        Shown = XDHypPath.HostingUnit(unit.Name),
        VpcId = unit.VpcId,
        Kinds = InventoryTree.KindsBelow(PathRoot.HostingUnits, null),
    };

    /// <summary>The same with all subnets of the zone, for choosing those of the unit.</summary>
    public InventoryLevel WithEverySubnet() => this with { EverySubnet = true };

    /// <summary>The same of a unit that may not be there yet: errors name the place below its connection.</summary>
    public InventoryLevel ShownInConnection() => this with { Shown = Unit!.RootPath(Connection.Name) };

    /// <summary>What to ask the cloud for things of a kind that lie here.</summary>
    public InventoryQuery QueryFor(CloudItemKind kind) => kind switch
    {
        CloudItemKind.Subnet => new(kind, VpcId: VpcId, Zone: Zone),
        CloudItemKind.Instance => new(kind, Zone: Zone),
        CloudItemKind.LaunchTemplateVersion => new(kind, ParentId: LaunchTemplateId),
        CloudItemKind.InstanceType => new(kind, Zone: Unit?.AvailabilityZone),
        CloudItemKind.SecurityGroup => new(kind, VpcId: VpcId),
        _ => new(kind),
    };

    /// <summary>Whether something that the cloud answered lies here; machines that Darkroom made itself only by force.</summary>
    public bool Holds(CloudItem item, bool force) => item.Kind switch
    {
        CloudItemKind.AvailabilityZone => Unit is null || item.Name == Unit.AvailabilityZone,
        CloudItemKind.Subnet => Unit is null || EverySubnet || Unit.Subnets.Any(subnet => subnet.SubnetId == item.Id),
        CloudItemKind.Instance => IsIn(CloudItemData.AvailabilityZone, Zone, item) && IsIn(CloudItemData.VirtualPrivateCloudId, VpcId, item)
            && (force || !item.Data.ContainsKey(ResourceTags.OperationTag)),
        _ => true,
    };

    /// <summary>The item that a thing is here.</summary>
    public InventoryItem Item(CloudItem item, PathNode node) => new(item, Path.Child(node), $"{ObjectPathOf(item.Kind)}/{node}");

    /// <summary>The level below a thing that lies here.</summary>
    public InventoryLevel Into(InventoryItem item) => this with
    {
        Path = item.FullPath,
        Shown = Shown.Child(item.FullPath.Leaf!),
        ObjectPath = item.ObjectPath,
        VpcId = item.Kind == CloudItemKind.Vpc ? item.Id : VpcId,
        Zone = item.Kind == CloudItemKind.AvailabilityZone ? item.CloudItem.Name : Zone,
        LaunchTemplateId = item.Kind == CloudItemKind.LaunchTemplate ? item.Id : null,
        Kinds = InventoryTree.KindsBelow(Unit is null ? PathRoot.Connections : PathRoot.HostingUnits, item.Kind),
    };

    // A unit begins inside its VPC, but the path below the connection still leads through it.
    private string ObjectPathOf(CloudItemKind kind) =>
        kind == CloudItemKind.AvailabilityZone && Unit is { } unit ? $"/{unit.VpcName}.{ItemType.VirtualPrivateCloud.Suffix()}" : ObjectPath;

    private static bool IsIn(string fact, string? wanted, CloudItem item) =>
        wanted is null || !item.Data.TryGetValue(fact, out var actual) || actual == wanted;
}
