using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Hosting;

/// <summary>Lists what lies in the cloud at a place below a connection or a hosting unit.</summary>
public sealed class ListInventory(UseCaseRunner runner, InventoryListing listing) : IUseCase
{
    public static Permission Permission => Permission.Read;

    /// <exception cref="Errors.DarkroomException">
    /// HypervisorConnectionObjectNotFound, HypervisorInMaintenanceMode, what <see cref="InventoryErrors"/> names, InvalidRequest, or what the cloud said.
    /// </exception>
    public Task<Page<InventoryItemDto>> HandleBelowConnectionAsync(
        Caller caller, string connection, InventoryRequest request, ListRequest list, CancellationToken ct) =>
        runner.ReadAsync<ListInventory, Page<InventoryItemDto>>(
            caller, async db => await listing.PageAsync(await db.ConnectionTopAsync(connection, ct), request, list, ct), ct);

    /// <exception cref="Errors.DarkroomException">HostingUnitObjectNotFound, and as below a connection.</exception>
    public Task<Page<InventoryItemDto>> HandleBelowHostingUnitAsync(
        Caller caller, string unit, InventoryRequest request, ListRequest list, CancellationToken ct) =>
        runner.ReadAsync<ListInventory, Page<InventoryItemDto>>(
            caller, async db => await listing.PageAsync(await db.HostingUnitTopAsync(unit, ct), request, list, ct), ct);
}
