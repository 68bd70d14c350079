using Darkroom.Core.Storage;

namespace Darkroom.Core.Hosting;

/// <summary>The places that inventory is listed from.</summary>
internal static class InventoryTops
{
    /// <exception cref="Errors.DarkroomException">HypervisorConnectionObjectNotFound.</exception>
    public static async Task<InventoryLevel> ConnectionTopAsync(this DarkroomDb db, string nameOrUid, CancellationToken ct) =>
        InventoryLevel.Of(await db.ConnectionAsync(nameOrUid, ct));

    /// <exception cref="Errors.DarkroomException">HostingUnitObjectNotFound.</exception>
    public static async Task<InventoryLevel> HostingUnitTopAsync(this DarkroomDb db, string nameOrUid, CancellationToken ct)
    {
        var unit = await db.HostingUnitAsync(nameOrUid, ct);
        return InventoryLevel.Of(await db.ConnectionOfAsync(unit, ct), unit);
    }
}
