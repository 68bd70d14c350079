using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Images.Preparation;

/// <summary>Tells what a preparation would meet before there is a version or even a definition for it. Nothing is written, and nothing is made in the cloud.</summary>
public sealed class CheckPlannedPreparation(UseCaseRunner runner, Inventory inventory, PreparationChecks checks) : IUseCase
{
    public static Permission Permission => Permission.Read;

    /// <exception cref="DarkroomException">
    /// HostingUnitObjectNotFound, HypervisorInMaintenanceMode, what <see cref="InventoryErrors"/> says of the master image, and what is wrong with the request by
    /// itself; all else is a check that failed.
    /// </exception>
    public Task<ImagePreparationChecksDto> HandleAsync(Caller caller, string hostingUnit, PlannedPreparationRequest request, CancellationToken ct)
    {
        Input.Member(request.OsType, "osType");
        PrepareImage.CheckMembers(request.Preparation);
        return runner.ReadAsync<CheckPlannedPreparation, ImagePreparationChecksDto>(caller, async db =>
        {
            var unit = await db.HostingUnitAsync(hostingUnit, ct);
            var connection = await db.ConnectionOfAsync(unit, ct);
            ConnectionIsNotInMaintenance.Check(connection);
            var master = await inventory.ResolveAsync(connection, unit, Input.Path(request.MasterImagePath, "masterImagePath"), [CloudItemKind.Image], "masterImagePath", ct);
            return await checks.ReportAsync(PreparationPlace.Planned(connection, unit, request.OsType, master), Guid.Empty, request.Preparation, ct);
        }, ct);
    }
}
