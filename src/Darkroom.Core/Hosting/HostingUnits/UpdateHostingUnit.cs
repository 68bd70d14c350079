using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Paths;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Hosting;

/// <summary>Renames a hosting unit and chooses its subnets anew.</summary>
public sealed class UpdateHostingUnit(UseCaseRunner runner, HostingUnitPlaces places) : IUseCase
{
    public static Permission Permission => Permission.ManageHosting;

    /// <param name="expected">The unit's version that the caller has read; null takes any.</param>
    /// <exception cref="Errors.DarkroomException">
    /// What <see cref="Input"/> says of the members, HostingUnitObjectNotFound, VersionMismatch, HypervisorInMaintenanceMode (for subnets),
    /// HostingUnitDuplicateNameExists, HostingUnitNetworkPathInvalid, or what the cloud said.
    /// </exception>
    public Task<HostingUnitDto> HandleAsync(Caller caller, string nameOrUid, UpdateHostingUnitRequest request, long? expected, CancellationToken ct) =>
        runner.ChangeAsync<UpdateHostingUnit, IReadOnlyList<HostingUnitSubnet>?, HostingUnitDto>(
            caller,
            new { nameOrUid, request, expected },
            async db =>
            {
                var unit = await db.HostingUnitAsync(nameOrUid, ct);
                ExpectedVersion.Check(unit, expected, "hosting unit", unit.Name);
                return request.NetworkPaths is { } paths
                    ? await places.SubnetsAsync(await db.ConnectionOfAsync(unit, ct), unit, paths, ct)
                    : null;
            },
            async (change, subnets) =>
            {
                var unit = await change.Db.HostingUnitAsync(nameOrUid, ct);
                ExpectedVersion.Check(unit, expected, "hosting unit", unit.Name);
                var before = await change.Db.ShowAsync(unit, ct);
                if (request.HostingUnitName is { } name)
                {
                    unit.Name = Input.Name(name, NameRules.ConnectionOrHostingUnit, "hostingUnitName");
                    await HostingUnitNameIsFree.CheckAsync(change.Db, name, unit.Uid, HostingErrors.HostingUnitNameTaken, ct);
                }

                unit.Subnets = subnets ?? unit.Subnets;
                if (!change.Db.ChangeTracker.HasChanges())
                {
                    return before;
                }

                await change.Db.SaveChangesAsync(ct);
                var after = await change.Db.ShowAsync(unit, ct);
                change.Audit(nameof(HostingUnit), unit.Uid, unit.Name, before, after);
                return after;
            },
            ct);
}
