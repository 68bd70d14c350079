using Darkroom.Contracts.Hosting;
using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Hosting;

/// <summary>Shows registrations with the state that their connections give them.</summary>
internal static class BrokerConnectionView
{
    public static async Task<BrokerConnectionDto> ToDtoAsync(DarkroomDb db, BrokerConnection registration, CancellationToken ct) =>
        (await ToDtosAsync(db, [registration], ct))[0];

    /// <summary>In the order given.</summary>
    public static async Task<IReadOnlyList<BrokerConnectionDto>> ToDtosAsync(
        DarkroomDb db, IReadOnlyList<BrokerConnection> registrations, CancellationToken ct)
    {
        var uids = registrations.Select(r => r.ConnectionUid).ToArray();
        var maintenance = await db.Connections.Where(c => uids.Contains(c.Uid)).ToDictionaryAsync(c => c.Uid, c => c.MaintenanceMode, ct);
        var zones = await db.Zones.ToDictionaryAsync(z => z.Uid, z => z.Name, ct);
        return
        [
            .. registrations.Select(r => ToDto(r, zones[r.ZoneUid], maintenance.TryGetValue(r.ConnectionUid, out var rests)
                ? rests ? BrokerConnectionState.InMaintenanceMode : BrokerConnectionState.On
                : BrokerConnectionState.Unavailable)),
        ];
    }

    private static BrokerConnectionDto ToDto(BrokerConnection registration, string zone, BrokerConnectionState state) => new()
    {
        Uid = registration.Uid,
        Name = registration.Name,
        HypHypervisorConnectionUid = registration.ConnectionUid,
        State = state,
        FaultState = state == BrokerConnectionState.Unavailable ? BrokerFaultState.HypervisorConnectionRemoved : BrokerFaultState.None,
        IsReady = state == BrokerConnectionState.On,
        Capabilities = state == BrokerConnectionState.Unavailable ? [] : ConnectionKind.Capabilities,

        // There is no table of machines to count yet.
        MachineCount = 0,
        ZoneUid = registration.ZoneUid,
        ZoneName = zone,
        PreferredController = registration.PreferredController,
        CreateTime = registration.CreatedAt,
    };
}
