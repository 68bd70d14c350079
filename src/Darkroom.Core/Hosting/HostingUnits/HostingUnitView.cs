using Darkroom.Contracts.Hosting;
using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Hosting;

/// <summary>What is shown of a hosting unit.</summary>
internal static class HostingUnitView
{
    public static HostingUnitDto ToDto(this HostingUnit unit, string connectionName) => new()
    {
        HostingUnitUid = unit.Uid,
        HostingUnitName = unit.Name,
        HypervisorConnectionUid = unit.ConnectionUid,
        HypervisorConnectionName = connectionName,
        RootPath = unit.RootPath(connectionName).ToString(),
        VpcId = unit.VpcId,
        AvailabilityZone = unit.AvailabilityZone,
        Subnets = [.. unit.Subnets.Select(subnet => new SubnetDto(subnet.SubnetId, subnet.CidrBlock, unit.PathOf(subnet, connectionName).ToString()))],
        CreateTime = unit.CreatedAt,
        Version = unit.Version,
    };

    public static async Task<HostingUnitDto> ShowAsync(this DarkroomDb db, HostingUnit unit, CancellationToken ct) =>
        unit.ToDto((await db.ConnectionOfAsync(unit, ct)).Name);

    public static async Task<IReadOnlyList<HostingUnitDto>> ShowAsync(this DarkroomDb db, IReadOnlyList<HostingUnit> units, CancellationToken ct)
    {
        var uids = units.Select(u => u.ConnectionUid).Distinct().ToList();
        var names = await db.Connections.Where(c => uids.Contains(c.Uid)).ToDictionaryAsync(c => c.Uid, c => c.Name, ct);
        // What was removed between the two readings is left out.
        return [.. units.Where(u => names.ContainsKey(u.ConnectionUid)).Select(u => u.ToDto(names[u.ConnectionUid]))];
    }
}
