using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Paths;
using Darkroom.Core.Access;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Hosting;

/// <summary>Makes a hosting unit of a VPC, a zone and subnets that the cloud shows.</summary>
public sealed class CreateHostingUnit(UseCaseRunner runner, HostingUnitPlaces places) : IUseCase
{
    public static Permission Permission => Permission.ManageHosting;

    /// <exception cref="DarkroomException">
    /// What <see cref="Input"/> says of the members, ConnectionNameOrUidInvalid, HypervisorInMaintenanceMode, HostingUnitDuplicateObjectExists,
    /// HostingUnitRootPathInvalid, HostingUnitAvailabilityZonePathInvalid, HostingUnitNetworkPathInvalid, or what the cloud said.
    /// </exception>
    public Task<HostingUnitDto> HandleAsync(Caller caller, CreateHostingUnitRequest request, CancellationToken ct) =>
        runner.ChangeAsync<CreateHostingUnit, (HypervisorConnection Connection, HostingUnit Unit), HostingUnitDto>(
            caller,
            request,
            async db =>
            {
                var name = Input.Name(request.HostingUnitName, NameRules.ConnectionOrHostingUnit, "hostingUnitName");
                var reference = Input.Present(request.HypervisorConnection, "hypervisorConnection");
                var connection = await db.FindConnectionAsync(reference, ct)
                    ?? throw HostingErrors.ConnectionReferenceInvalid.With(Input.Excerpt(reference)).On("hypervisorConnection").AsException();
                await HostingUnitNameIsFree.CheckAsync(db, name, null, HostingErrors.HostingUnitExists, ct);
                var vpc = await places.VpcAsync(connection, request.RootPath, ct);
                var zone = await places.ZoneAsync(connection, vpc, request.AvailabilityZonePath, ct);
                var unit = new HostingUnit
                {
                    Name = name,
                    ConnectionUid = connection.Uid,
                    VpcId = vpc.Id,
                    VpcName = vpc.FullPath.Leaf!.Label,
                    AvailabilityZone = zone.CloudItem.Name,
                    Subnets = [],
                };
                unit.Subnets = await places.SubnetsAsync(connection, unit, request.NetworkPaths, ct);
                return (connection, unit);
            },
            async (change, found) =>
            {
                var connection = await change.Db.Connections.SingleOrDefaultAsync(c => c.Uid == found.Connection.Uid, ct);
                if (connection is null || AccountOf(connection) != AccountOf(found.Connection))
                {
                    throw CommonErrors.ConcurrentChange.Raise();
                }

                await HostingUnitNameIsFree.CheckAsync(change.Db, found.Unit.Name, null, HostingErrors.HostingUnitExists, ct);
                var unit = new HostingUnit
                {
                    Name = found.Unit.Name,
                    ConnectionUid = connection.Uid,
                    VpcId = found.Unit.VpcId,
                    VpcName = found.Unit.VpcName,
                    AvailabilityZone = found.Unit.AvailabilityZone,
                    Subnets = found.Unit.Subnets,
                    CreatedAt = change.Now,
                };
                change.Db.HostingUnits.Add(unit);
                var made = unit.ToDto(connection.Name);
                change.Audit(nameof(HostingUnit), unit.Uid, unit.Name, null, made);
                return made;
            },
            ct);

    private static AccountKey AccountOf(HypervisorConnection connection) => new(connection.AccountId, connection.Region);
}
