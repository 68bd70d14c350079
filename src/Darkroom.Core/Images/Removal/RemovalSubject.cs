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
    ImageVersionSpecRow Row, HypervisorConnection Connection, Operation? Preparation, Guid? PreparedFromIt, IReadOnlyList<ImageShareRow> Shares,
    IReadOnlyList<ImageAssignment> Assignments, IReadOnlyList<BootedMachine> Machines)
{
    public ImageVersionSpec Spec => Row.Spec;

    /// <summary>Its preparation failed and waits for a decision, which the removal takes.</summary>
    public bool IsHeld => Preparation?.State == OperationState.Held;

    public static async Task<RemovalSubject> FindAsync(DarkroomDb db, Guid uid, CancellationToken ct)
    {
        var row = await ImageVersionSpecView.Rows(db).SingleOrDefaultAsync(r => r.Spec.Uid == uid, ct) ?? throw ImageErrors.SpecNotFound.Raise(uid);
        return new RemovalSubject(
            row,
            await db.Connections.SingleAsync(c => c.Uid == row.HostingUnit.ConnectionUid, ct),
            await db.Operations.SingleOrDefaultAsync(o => o.Id == row.Spec.OperationId, ct),
            await db.ImageVersionSpecs.Where(s => s.SourceSpecUid == uid).Select(s => (Guid?)s.Uid).FirstOrDefaultAsync(ct),
            await ImageShareView.Rows(db).Where(r => r.Spec.Uid == uid && !r.Share.IsPrimary).OrderBy(r => r.HostingUnit.NameKey).ToListAsync(ct),
            await ImageUse.AssignmentsAsync(db, uid, null, ct),
            await ImageUse.MachinesAsync(db, uid, ct));
    }

    /// <param name="withShares">The shares go as well.</param>
    /// <exception cref="DarkroomException">MasterSpecInUse, ImageVersionSpecShared, ImageVersionSpecShareAtWork, ImageInUseByCatalogs, ImageInUseByMachines.</exception>
    public void RequireUnused(bool withShares)
    {
        RemovalRules.MasterIsUnused(Spec, PreparedFromIt);
        RemovalRules.NoShareStands(Spec, withShares ? [] : Shares);
        RemovalRules.NoCatalogUses(Spec, Assignments);
        RemovalRules.NoMachineRunsOn(Spec, Machines);
    }
}

/// <summary>Nothing is begun on a spec that is being removed.</summary>
internal static class RemovalInProgress
{
    /// <exception cref="DarkroomException">ImageRemovalInProgress.</exception>
    public static async Task RequireStayingAsync(this DarkroomDb db, ImageVersionSpec spec, CancellationToken ct)
    {
        if (spec.Status == ImageVersionSpecStatus.Deleting)
        {
            var removal = db.Operations.Where(o => o.SubjectUid == spec.Uid && o.Kind == ImageRemoval.OperationKind).OrderByDescending(o => o.CreatedAt);
            throw RemovalErrors.InProgress.Raise(spec.Uid, await removal.Select(o => (Guid?)o.Id).FirstOrDefaultAsync(ct));
        }
    }
}
