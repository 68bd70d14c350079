using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Images.Preparation;

/// <summary>Shows what a preparation would capture of an instance or a launch template version. Nothing is kept.</summary>
public sealed class GetMachineProfile(UseCaseRunner runner, PreparationInputs inputs) : IUseCase
{
    public static Permission Permission => Permission.Read;

    /// <exception cref="DarkroomException">
    /// HostingUnitObjectNotFound, HypervisorInMaintenanceMode, ValueMissing, what <see cref="InventoryErrors"/> names, or what the cloud said.
    /// </exception>
    public Task<MachineProfileDto> HandleAsync(Caller caller, string hostingUnit, string? path, CancellationToken ct) =>
        runner.ReadAsync<GetMachineProfile, MachineProfileDto>(caller, async db =>
        {
            var unit = await db.HostingUnitAsync(hostingUnit, ct);
            var connection = await db.ConnectionOfAsync(unit, ct);
            try
            {
                var (fullPath, profile) = await inputs.ProfileAsync(connection, unit, Input.Path(path, "path"), ct, "path");
                return MachineProfileView.ToDto(fullPath, profile);
            }
            catch (CloudException e)
            {
                throw new DarkroomException(e.Error, e);
            }
        }, ct);
}
