using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.Images.Use;
using Darkroom.Core.Operations;
using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Removal;

/// <summary>A spec that is to go, and everything that may stand in its way.</summary>
internal sealed record RemovalSubject(
    ImageVersionSpecRow Row, HypervisorConnection Connection, Operation? Preparation, ImageVersionSpec? PreparedFromIt, IReadOnlyList<ImageShareRow> Shares,
    IReadOnlyList<ImageAssignment> Assignments, IReadOnlyList<BootedMachine> Machines)
{
    public ImageVersionSpec Spec => Row.Spec;

    /// <summary>Its preparation failed and waits for a decision, which the removal takes.</summary>
    public bool IsHeld => Preparation?.State == OperationState.Held;

    /// <summary>The spec itself, and what keeps it.</summary>
    public IEnumerable<Obstacle> Obstacles =>
    [
        ImageObstacles.Spec(Spec, Row.Version, Row.Definition),
        .. Shares.Select(share => ImageObstacles.Share(share, Row.Version.Number)),
        .. Assignments.Select(assignment => ImageObstacles.Catalog(assignment, Row.Version.Number)),
        .. Machines.Select(machine => ImageObstacles.Machine(machine, Row.Version.Number)),
        .. Preparation is { IsEnded: false } or { State: OperationState.Stuck } ? [ImageObstacles.Preparation(Preparation)] : Array.Empty<Obstacle>(),
    ];

    /// <exception cref="DarkroomException">ImageVersionSpecNotFound.</exception>
    public static async Task<RemovalSubject> FindAsync(DarkroomDb db, Guid uid, CancellationToken ct) =>
        (await AllAsync(db, ImageVersionSpecView.Rows(db).Where(row => row.Spec.Uid == uid), ct)).SingleOrDefault() ?? throw ImageErrors.SpecNotFound.Raise(uid);

    /// <summary>Seven queries, however many specs; prepared before master, by version.</summary>
    public static async Task<IReadOnlyList<RemovalSubject>> AllAsync(DarkroomDb db, IQueryable<ImageVersionSpecRow> rows, CancellationToken ct)
    {
        var specs = await rows.OrderBy(r => r.Version.Number).ThenByDescending(r => r.Spec.IsPrepared).ToListAsync(ct);
        var uids = specs.Select(r => r.Spec.Uid).ToArray();
        var operations = specs.Select(r => r.Spec.OperationId).OfType<Guid>().ToArray();
        var leads = specs.Select(r => r.HostingUnit.ConnectionUid).Distinct().ToArray();
        var connections = await db.Connections.Where(c => leads.Contains(c.Uid)).ToDictionaryAsync(c => c.Uid, ct);
        var preparations = await db.Operations.Where(o => operations.Contains(o.Id)).ToDictionaryAsync(o => o.Id, ct);
        var prepared = (await db.ImageVersionSpecs.Where(s => s.SourceSpecUid != null && uids.Contains(s.SourceSpecUid.Value)).ToListAsync(ct))
            .ToLookup(s => s.SourceSpecUid!.Value);
        var shares = (await ImageShareView.Rows(db).Where(r => uids.Contains(r.Spec.Uid) && !r.Share.IsPrimary).OrderBy(r => r.HostingUnit.NameKey).ToListAsync(ct))
            .ToLookup(r => r.Spec.Uid);
        var assignments = (await ImageUse.AssignmentsAsync(db, uids, null, ct)).ToLookup(a => a.SpecUid);
        var machines = (await ImageUse.MachinesAsync(db, uids, ct)).ToLookup(m => m.SpecUid);
        return
        [
            .. specs.Select(row => new RemovalSubject(
                row,
                connections[row.HostingUnit.ConnectionUid],
                preparations.GetValueOrDefault(row.Spec.OperationId ?? Guid.Empty),
                prepared[row.Spec.Uid].FirstOrDefault(),
                [.. shares[row.Spec.Uid]],
                [.. assignments[row.Spec.Uid]],
                [.. machines[row.Spec.Uid]])),
        ];
    }

    /// <summary>What depends on it.</summary>
    /// <param name="withShares">The shares go as well.</param>
    public IEnumerable<Error?> Use(bool withShares) =>
    [
        RemovalRules.MasterIsUnused(Row, PreparedFromIt),
        RemovalRules.NoShareStands(Spec, withShares ? [] : Shares),
        .. UseByCatalogs,
    ];

    /// <summary>What depends on its image.</summary>
    public IEnumerable<Error?> UseByCatalogs => [RemovalRules.NoCatalogUses(Spec, Assignments), RemovalRules.NoMachineRunsOn(Spec, Machines)];

    /// <summary>What is at work on it; a preparation that is stuck keeps no record from being forgotten.</summary>
    public IEnumerable<Error?> Work(bool purgeDbOnly) =>
    [
        purgeDbOnly && RemovalRules.IsStuck(Preparation) ? null : RemovalRules.PreparationIsOver(Spec, Preparation),
        RemovalRules.SharesAreAtRest(Spec, Shares),
    ];
}

/// <summary>Nothing is begun on a spec that is being removed.</summary>
internal static class RemovalInProgress
{
    /// <exception cref="DarkroomException">ImageRemovalInProgress.</exception>
    public static async Task RequireStayingAsync(this DarkroomDb db, ImageVersionSpec spec, CancellationToken ct)
    {
        if (await db.RemovalAsync(spec, ct) is { } removal)
        {
            throw removal.AsException();
        }
    }

    /// <summary>ImageRemovalInProgress where the spec is being removed, or null.</summary>
    public static async Task<Error?> RemovalAsync(this DarkroomDb db, ImageVersionSpec spec, CancellationToken ct)
    {
        if (spec.Status != ImageVersionSpecStatus.Deleting)
        {
            return null;
        }

        var removal = db.Operations.Where(o => o.SubjectUid == spec.Uid && o.Kind == ImageRemoval.OperationKind).OrderByDescending(o => o.CreatedAt);
        return RemovalErrors.InProgress.With(spec.Uid, await removal.Select(o => (Guid?)o.Id).FirstOrDefaultAsync(ct));
    }
}
