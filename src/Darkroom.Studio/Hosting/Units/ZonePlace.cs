using System.Globalization;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Paths;
using Darkroom.Core.Access;
using Darkroom.Core.Clouds;
using Darkroom.Core.Hosting;
using Darkroom.Studio.Hosting.Browsing;

namespace Darkroom.Studio.Hosting.Units;

/// <summary>An availability zone of a VPC, and the VPC's subnets in it.</summary>
public sealed record ZonePlace(string Path, string Name, IReadOnlyList<InventoryItemDto> Subnets)
{
    /// <summary>In all subnets.</summary>
    public long FreeAddresses => Subnets.Sum(FreeIn);

    /// <summary>The zones of a VPC.</summary>
    public static async Task<IReadOnlyList<ZonePlace>> ReadAsync(InventoryShelf shelf, Caller caller, InventoryTop connection, string vpc, bool fresh, CancellationToken ct)
    {
        var zones = await shelf.AllAsync(caller, connection, new InventoryRequest(vpc, ItemType.AvailabilityZone.Suffix(), Fresh: fresh), ct);
        return await Task.WhenAll(zones.Select(zone => ReadAsync(shelf, caller, connection, zone, fresh, ct)));
    }

    /// <summary>The zone at a path.</summary>
    public static async Task<ZonePlace> OfAsync(InventoryShelf shelf, Caller caller, InventoryTop connection, string path, bool fresh, CancellationToken ct) =>
        await ReadAsync(shelf, caller, connection, await shelf.ItemAsync(caller, connection, new InventoryRequest(path), ct), fresh, ct);

    /// <summary>Addresses that a subnet has left; 0 where the cloud doesn't tell.</summary>
    public static long FreeIn(InventoryItemDto subnet) =>
        long.TryParse(subnet.AdditionalData.GetValueOrDefault(CloudItemData.AvailableAddresses), CultureInfo.InvariantCulture, out var free) ? free : 0;

    private static async Task<ZonePlace> ReadAsync(InventoryShelf shelf, Caller caller, InventoryTop connection, InventoryItemDto zone, bool fresh, CancellationToken ct) =>
        new(zone.FullPath, zone.Name, await shelf.AllAsync(caller, connection, new InventoryRequest(zone.FullPath, ItemType.Network.Suffix(), Fresh: fresh), ct));
}
