using Darkroom.Contracts.Paths;
using Darkroom.Core.Errors;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Hosting;

/// <summary>Finds connections and hosting units by what administrators call them: the uid, the uid in braces, or the name whatever its case.</summary>
public static class HostingLookup
{
    /// <exception cref="DarkroomException">HypervisorConnectionObjectNotFound, on the field if there is one.</exception>
    public static async Task<HypervisorConnection> ConnectionAsync(this DarkroomDb db, string? nameOrUid, CancellationToken ct, string? field = null) =>
        await db.FindConnectionAsync(nameOrUid, ct) ?? throw NotFound(HostingErrors.ConnectionNotFound, nameOrUid, field);

    /// <exception cref="DarkroomException">HostingUnitObjectNotFound, on the field if there is one.</exception>
    public static async Task<HostingUnit> HostingUnitAsync(this DarkroomDb db, string? nameOrUid, CancellationToken ct, string? field = null) =>
        await db.FindHostingUnitAsync(nameOrUid, ct) ?? throw NotFound(HostingErrors.HostingUnitNotFound, nameOrUid, field);

    /// <summary>The connection that a hosting unit was made on. No connection goes before its units, so where it is gone the unit is as well.</summary>
    /// <exception cref="DarkroomException">HostingUnitObjectNotFound, on the field if there is one.</exception>
    public static async Task<HypervisorConnection> ConnectionOfAsync(this DarkroomDb db, HostingUnit unit, CancellationToken ct, string? field = null) =>
        await db.Connections.SingleOrDefaultAsync(c => c.Uid == unit.ConnectionUid, ct) ?? throw NotFound(HostingErrors.HostingUnitNotFound, unit.Name, field);

    public static async Task<HypervisorConnection?> FindConnectionAsync(this DarkroomDb db, string? nameOrUid, CancellationToken ct)
    {
        var wanted = NameOrUid.Read(nameOrUid, NameRules.ConnectionOrHostingUnit);
        return (wanted.Uid is { } uid ? await db.Connections.SingleOrDefaultAsync(c => c.Uid == uid, ct) : null)
            ?? (wanted.Key is { } key ? await db.Connections.SingleOrDefaultAsync(c => c.NameKey == key, ct) : null);
    }

    public static async Task<HostingUnit?> FindHostingUnitAsync(this DarkroomDb db, string? nameOrUid, CancellationToken ct)
    {
        var wanted = NameOrUid.Read(nameOrUid, NameRules.ConnectionOrHostingUnit);
        return (wanted.Uid is { } uid ? await db.HostingUnits.SingleOrDefaultAsync(u => u.Uid == uid, ct) : null)
            ?? (wanted.Key is { } key ? await db.HostingUnits.SingleOrDefaultAsync(u => u.NameKey == key, ct) : null);
    }

    private static DarkroomException NotFound(ErrorDefinition error, string? nameOrUid, string? field) =>
        (error.With(Input.Excerpt(nameOrUid ?? "")) with { Field = field }).AsException();
}
