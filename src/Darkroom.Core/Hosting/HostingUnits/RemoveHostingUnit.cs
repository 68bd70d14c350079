using Darkroom.Core.Access;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Darkroom.Core.Hosting;

/// <summary>Removes a hosting unit that nothing uses. With the last unit of a VPC its isolation group goes as well.</summary>
public sealed class RemoveHostingUnit(UseCaseRunner runner, ICloud cloud, CloudAccessFactory access, ILogger<RemoveHostingUnit> log) : IUseCase
{
    public static Permission Permission => Permission.ManageHosting;

    /// <param name="expected">The unit's version that the caller has read; null takes any.</param>
    /// <returns>The uid of what was removed.</returns>
    /// <exception cref="DarkroomException">HostingUnitObjectNotFound, VersionMismatch, ObjectCannotBeRemoved.</exception>
    public async Task<Guid> HandleAsync(Caller caller, string nameOrUid, long? expected, CancellationToken ct)
    {
        HypervisorConnection? lastOfVpc = null;
        var removed = await runner.ChangeAsync<RemoveHostingUnit, Removed>(caller, new { nameOrUid, expected }, async change =>
        {
            var unit = await change.Db.HostingUnitAsync(nameOrUid, ct);
            ExpectedVersion.Check(unit, expected, "hosting unit", unit.Name);
            await HostingUnitIsUnused.CheckAsync(change.Db, unit, ct);
            var connection = await change.Db.ConnectionOfAsync(unit, ct);
            var others = from other in change.Db.HostingUnits
                         join its in change.Db.Connections on other.ConnectionUid equals its.Uid
                         where other.Uid != unit.Uid && other.VpcId == unit.VpcId && its.AccountId == connection.AccountId && its.Region == connection.Region
                         select other;
            lastOfVpc = await others.AnyAsync(ct) ? null : connection;
            change.Db.HostingUnits.Remove(unit);
            change.Audit(nameof(HostingUnit), unit.Uid, unit.Name, unit.ToDto(connection.Name), null);
            return new Removed(unit.Uid, unit.VpcId);
        }, ct);

        if (lastOfVpc is { MaintenanceMode: false })
        {
            await RemoveIsolationGroupAsync(lastOfVpc, removed.VpcId, ct);
        }

        return removed.Uid;
    }

    // The unit is gone already: what the cloud keeps now, because it is used or out of reach, the sweep removes later.
    private async Task RemoveIsolationGroupAsync(HypervisorConnection connection, string vpcId, CancellationToken ct)
    {
        try
        {
            if (!await cloud.RemoveIsolationGroupAsync(access.For(connection), vpcId, ct))
            {
                log.LogInformation("The isolation group of {VpcId} is still used; the sweep removes it later", vpcId);
            }
        }
        catch (Exception e) when (e is CloudException or DarkroomException)
        {
            log.LogWarning(e, "The isolation group of {VpcId} wasn't removed; the sweep tries again", vpcId);
        }
    }

    private sealed record Removed(Guid Uid, string VpcId);
}
