using Darkroom.Contracts.Operations;
using Darkroom.Core.Errors;
using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Hosting;

/// <summary>A hosting unit goes only after the images in it, their shares and pending deletions, and the operations that may still touch it.</summary>
public static class HostingUnitIsUnused
{
    private static readonly OperationState[] Unended = [OperationState.Pending, OperationState.Running, OperationState.Undoing, OperationState.Held];

    /// <exception cref="DarkroomException">ObjectCannotBeRemoved, naming what uses it.</exception>
    public static async Task CheckAsync(DarkroomDb db, HostingUnit unit, CancellationToken ct)
    {
        string[] users = [.. await SpecsAsync(db, unit, ct), .. await SharesAsync(db, unit, ct), .. await PendingAsync(db, unit, ct), .. await OperationsAsync(db, unit, ct)];
        if (users.Length > 0)
        {
            throw HostingErrors.HostingUnitInUse.Raise(unit.Name, UsedBy.Names(users));
        }
    }

    private static async Task<IEnumerable<string>> SpecsAsync(DarkroomDb db, HostingUnit unit, CancellationToken ct)
    {
        var specs = await (
            from spec in db.ImageVersionSpecs.Where(s => s.HostingUnitUid == unit.Uid)
            join version in db.ImageVersions on spec.ImageVersionUid equals version.Uid
            join definition in db.ImageDefinitions on version.DefinitionUid equals definition.Uid
            orderby definition.NameKey, version.Number, spec.IsPrepared
            select new { definition.Name, version.Number, spec.IsPrepared }).ToListAsync(ct);
        return specs.Select(s => $"the {(s.IsPrepared ? "prepared" : "master")} spec of '{s.Name}' version {s.Number}");
    }

    private static async Task<IEnumerable<string>> SharesAsync(DarkroomDb db, HostingUnit unit, CancellationToken ct)
    {
        var shares = await (
            from share in db.ImageVersionSpecHostingUnits.Where(s => s.HostingUnitUid == unit.Uid && !s.IsPrimary)
            join spec in db.ImageVersionSpecs on share.SpecUid equals spec.Uid
            join version in db.ImageVersions on spec.ImageVersionUid equals version.Uid
            join definition in db.ImageDefinitions on version.DefinitionUid equals definition.Uid
            orderby definition.NameKey, version.Number
            select new { definition.Name, version.Number }).ToListAsync(ct);
        return shares.Select(s => $"a share of '{s.Name}' version {s.Number}");
    }

    private static async Task<IEnumerable<string>> PendingAsync(DarkroomDb db, HostingUnit unit, CancellationToken ct)
    {
        var pending = await db.PendingImageDeletions.Where(p => p.HostingUnitUid == unit.Uid).OrderBy(p => p.CreatedAt).ToListAsync(ct);
        return pending.Select(p => $"the snapshot {p.SnapshotId} of '{p.DefinitionName}' version {p.VersionNumber}, whose deletion is pending");
    }

    private static async Task<IEnumerable<string>> OperationsAsync(DarkroomDb db, HostingUnit unit, CancellationToken ct)
    {
        var operations = await db.Operations.Where(o => o.HostingUnitUid == unit.Uid && Unended.Contains(o.State))
            .OrderBy(o => o.CreatedAt).Select(o => new { o.Id, o.Title, o.State }).ToListAsync(ct);
        return operations.Select(o => $"the operation {o.Id} ({o.Title}, {o.State})");
    }
}
