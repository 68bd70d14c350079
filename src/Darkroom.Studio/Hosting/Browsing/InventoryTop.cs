using Darkroom.Contracts.Paths;

namespace Darkroom.Studio.Hosting.Browsing;

/// <summary>Where inventory is looked at from: a connection or a hosting unit.</summary>
public sealed record InventoryTop(PathRoot Root, Guid Uid)
{
    public static InventoryTop OfConnection(Guid uid) => new(PathRoot.Connections, uid);

    public static InventoryTop OfUnit(Guid uid) => new(PathRoot.HostingUnits, uid);

    /// <summary>Of its details.</summary>
    public string Address => Root == PathRoot.Connections ? $"/hosting/connections/{Uid}" : $"/hosting/units/{Uid}";
}
