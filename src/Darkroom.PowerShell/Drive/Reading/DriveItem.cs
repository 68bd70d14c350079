using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Paths;

namespace Darkroom.PowerShell.Drive;

/// <summary>Something on the drive: the object that is shown, and its place in canonical form.</summary>
internal sealed record DriveItem(object Shown, XDHypPath Place, bool IsContainer)
{
    /// <summary>The uid of a connection or hosting unit, by which its place may be written as well.</summary>
    public Guid? Uid { get; private init; }

    public static DriveItem Folder(XDHypPath place) => new(new DriveFolder(place), place, true);

    public static DriveItem Of(HypervisorConnectionDto connection) =>
        new(new HypervisorConnection(connection), XDHypPath.Connection(connection.HypervisorConnectionName), true) { Uid = connection.HypervisorConnectionUid };

    public static DriveItem Of(HostingUnitDto unit) =>
        new(new HostingUnit(unit), XDHypPath.HostingUnit(unit.HostingUnitName), true) { Uid = unit.HostingUnitUid };

    public static DriveItem Of(InventoryItemDto item) => new(new HypervisorObject(item), XDHypPath.Parse(item.FullPath), item.IsContainer);

    /// <summary>The name below its parent.</summary>
    public string ChildName => Place.Leaf?.ToString() ?? Place.Head?.ToString() ?? Place.Root?.ToString() ?? "";
}
