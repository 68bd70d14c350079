using Darkroom.Contracts.Paths;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Hosting;

/// <summary>Finds the VPC, the zone and the subnets that a hosting unit is made of.</summary>
public sealed class HostingUnitPlaces(Inventory inventory)
{
    // As many as an instance has network interfaces, with room to choose.
    private const int MostSubnets = 50;

    /// <exception cref="DarkroomException">HostingUnitRootPathInvalid, HypervisorInMaintenanceMode, or what the cloud said.</exception>
    internal Task<InventoryItem> VpcAsync(HypervisorConnection connection, string? rootPath, CancellationToken ct)
    {
        const string field = "rootPath";
        var path = Input.Path(rootPath, field);
        return As(HostingErrors.RootPathInvalid, field, () => inventory.ResolveAsync(connection, path, [CloudItemKind.Vpc], field, ct));
    }

    /// <exception cref="DarkroomException">HostingUnitAvailabilityZonePathInvalid, or what the cloud said.</exception>
    internal async Task<InventoryItem> ZoneAsync(HypervisorConnection connection, InventoryItem vpc, string? zonePath, CancellationToken ct)
    {
        const string field = "availabilityZonePath";
        var path = Input.Path(zonePath, field);
        var zone = await As(HostingErrors.ZonePathInvalid, field, () => inventory.ResolveZoneAsync(connection, vpc, path, field, ct));
        return zone.FullPath.Parent!.Equals(vpc.FullPath)
            ? zone
            : throw HostingErrors.ZonePathInvalid.With($"{zone.AbsolutePath} doesn't lie in {vpc.AbsolutePath}.").On(field).AsException();
    }

    /// <summary>The subnets in the order given; each must lie in the unit's VPC and zone, and none may come twice.</summary>
    /// <exception cref="DarkroomException">HostingUnitNetworkPathInvalid, HypervisorInMaintenanceMode, or what the cloud said.</exception>
    internal async Task<IReadOnlyList<HostingUnitSubnet>> SubnetsAsync(
        HypervisorConnection connection, HostingUnit unit, IReadOnlyList<string>? networkPaths, CancellationToken ct)
    {
        var top = InventoryLevel.Of(connection, unit).WithEverySubnet().ShownInConnection();
        var subnets = new List<HostingUnitSubnet>();
        foreach (var (index, given) in Input.List(networkPaths, "networkPaths", 1, MostSubnets).Index())
        {
            var field = $"networkPaths[{index}]";
            var path = Input.Path(given, field);
            var item = await As(
                HostingErrors.NetworkPathInvalid,
                field,
                () => inventory.ResolveAsync(top, path, [CloudItemKind.Subnet], field, new InventoryView(), ct),
                OtherZoneIn(top, path, unit));
            subnets.Add(subnets.All(subnet => subnet.SubnetId != item.Id)
                ? new HostingUnitSubnet(item.Id, item.CloudItem.Name)
                : throw HostingErrors.NetworkPathInvalid.With($"{item.Id} stands there twice.").On(field).AsException());
        }

        return subnets;
    }

    /// <summary>What is wrong with a path that leads through another zone than the unit's; null where it doesn't.</summary>
    private static string? OtherZoneIn(InventoryLevel top, string path, HostingUnit unit) =>
        XDHypPath.TryParseWithin(top.Path, path, out var place, out _)
        && place.Nodes.FirstOrDefault(node => node.Type == ItemType.AvailabilityZone) is { } zone
        && !string.Equals(zone.Name, unit.AvailabilityZone, StringComparison.OrdinalIgnoreCase)
            ? $"{Input.Excerpt(place.ToString())} leads through the zone '{zone.Name}'; the hosting unit is in '{unit.AvailabilityZone}'."
            : null;

    // The drive documents one name for whatever is wrong with a path of a hosting unit.
    private static async Task<InventoryItem> As(ErrorDefinition documented, string field, Func<Task<InventoryItem>> resolve, string? known = null)
    {
        try
        {
            return await resolve();
        }
        catch (DarkroomException e) when (InventoryErrors.OfPaths.Contains(e.Error.Definition))
        {
            throw new DarkroomException(documented.With(known ?? e.Error.Message).On(field), e);
        }
    }
}
