using Darkroom.Contracts.Operations;
using Darkroom.Contracts.Problems;
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
        Obstacle[] users = [.. await SpecsAsync(db, unit, ct), .. await SharesAsync(db, unit, ct), .. await PendingAsync(db, unit, ct), .. await OperationsAsync(db, unit, ct)];
        if (users.Length > 0)
        {
            throw (HostingErrors.HostingUnitInUse.With(unit.Name, Obstacles.Texts(users)) with { Obstacles = users }).AsException();
        }
    }

    private static async Task<IEnumerable<Obstacle>> SpecsAsync(DarkroomDb db, HostingUnit unit, CancellationToken ct)
    {
        var specs = await (
            from spec in db.ImageVersionSpecs.Where(s => s.HostingUnitUid == unit.Uid)
            join version in db.ImageVersions on spec.ImageVersionUid equals version.Uid
            join definition in db.ImageDefinitions on version.DefinitionUid equals definition.Uid
            orderby definition.NameKey, version.Number, spec.IsPrepared
            select new { spec.Uid, definition.Name, version.Number, spec.IsPrepared }).ToListAsync(ct);
        return specs.Select(s => new Obstacle(
            ObstacleKind.ImageVersionSpec,
            s.Uid,
            $"{(s.IsPrepared ? "prepared" : "master")} spec of {s.Name} version {s.Number}",
            $"the {(s.IsPrepared ? "prepared" : "master")} spec of '{s.Name}' version {s.Number}"));
    }

    private static async Task<IEnumerable<Obstacle>> SharesAsync(DarkroomDb db, HostingUnit unit, CancellationToken ct)
    {
        var shares = await (
            from share in db.ImageVersionSpecHostingUnits.Where(s => s.HostingUnitUid == unit.Uid && !s.IsPrimary)
            join spec in db.ImageVersionSpecs on share.SpecUid equals spec.Uid
            join version in db.ImageVersions on spec.ImageVersionUid equals version.Uid
            join definition in db.ImageDefinitions on version.DefinitionUid equals definition.Uid
            orderby definition.NameKey, version.Number
            select new { share.SpecUid, definition.Name, version.Number }).ToListAsync(ct);
        return shares.Select(s => new Obstacle(ObstacleKind.ImageShare, unit.Uid, $"share of {s.Name} version {s.Number}", $"a share of '{s.Name}' version {s.Number}")
        {
            ImageVersionSpecUid = s.SpecUid,
        });
    }

    private static async Task<IEnumerable<Obstacle>> PendingAsync(DarkroomDb db, HostingUnit unit, CancellationToken ct)
    {
        var pending = await db.PendingImageDeletions.Where(p => p.HostingUnitUid == unit.Uid).OrderBy(p => p.CreatedAt).ToListAsync(ct);
        return pending.Select(p => new Obstacle(
            ObstacleKind.PendingImageDeletion,
            p.Uid,
            p.SnapshotId,
            $"the snapshot {p.SnapshotId} of '{p.DefinitionName}' version {p.VersionNumber}, whose deletion is pending"));
    }

    private static async Task<IEnumerable<Obstacle>> OperationsAsync(DarkroomDb db, HostingUnit unit, CancellationToken ct)
    {
        var operations = await db.Operations.Where(o => o.HostingUnitUid == unit.Uid && Unended.Contains(o.State))
            .OrderBy(o => o.CreatedAt).Select(o => new { o.Id, o.Title, o.State }).ToListAsync(ct);
        return operations.Select(o => new Obstacle(ObstacleKind.Operation, o.Id, o.Title, $"the operation {o.Id} ({o.Title}, {o.State})"));
    }
}
