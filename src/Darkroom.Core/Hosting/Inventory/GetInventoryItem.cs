using Darkroom.Contracts.Hosting;
using Darkroom.Core.Access;
using Darkroom.Core.Clouds;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Hosting;

/// <summary>Shows the one thing in the cloud that a path below a connection or a hosting unit names.</summary>
public sealed class GetInventoryItem(UseCaseRunner runner, Inventory inventory) : IUseCase
{
    private static readonly CloudItemKind[] AnyKind = Enum.GetValues<CloudItemKind>();

    public static Permission Permission => Permission.Read;

    /// <exception cref="Errors.DarkroomException">
    /// HypervisorConnectionObjectNotFound, HypervisorInMaintenanceMode, ValueMissing, what <see cref="InventoryErrors"/> names, or what the cloud said.
    /// </exception>
    public Task<InventoryItemDto> HandleBelowConnectionAsync(Caller caller, string connection, InventoryRequest request, CancellationToken ct) =>
        runner.ReadAsync<GetInventoryItem, InventoryItemDto>(
            caller, async db => await FindAsync(await db.ConnectionTopAsync(connection, ct), request, ct), ct);

    /// <exception cref="Errors.DarkroomException">HostingUnitObjectNotFound, and as below a connection.</exception>
    public Task<InventoryItemDto> HandleBelowHostingUnitAsync(Caller caller, string unit, InventoryRequest request, CancellationToken ct) =>
        runner.ReadAsync<GetInventoryItem, InventoryItemDto>(
            caller, async db => await FindAsync(await db.HostingUnitTopAsync(unit, ct), request, ct), ct);

    private async Task<InventoryItemDto> FindAsync(InventoryLevel top, InventoryRequest request, CancellationToken ct)
    {
        var path = Input.Path(request.Path, "path");
        return (await inventory.ResolveAsync(top, path, AnyKind, "path", new InventoryView(request.Fresh, request.Force), ct)).ToDto();
    }
}
