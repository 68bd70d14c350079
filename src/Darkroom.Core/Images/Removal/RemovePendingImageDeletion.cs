using Darkroom.Core.Access;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Removal;

/// <summary>Tries a pending deletion now; forced, it is forgotten whatever becomes of the snapshot.</summary>
public sealed class RemovePendingImageDeletion(UseCaseRunner runner, ICloud cloud, CloudAccessFactory access) : IUseCase
{
    public static Permission Permission => Permission.ManageImages;

    /// <exception cref="DarkroomException">PendingImageDeletionNotFound; unless forced PendingImageDeletionRefused and HypervisorInMaintenanceMode.</exception>
    public Task HandleAsync(Caller caller, Guid uid, bool force, CancellationToken ct) =>
        runner.ChangeAsync<RemovePendingImageDeletion, bool, bool>(
            caller,
            new { uid, force },
            async db => await DeleteAsync(db, await FindAsync(db, uid, ct), force, ct),
            async (change, deleted) =>
            {
                var pending = await FindAsync(change.Db, uid, ct);
                change.Db.Remove(pending);
                change.Audit(nameof(PendingImageDeletion), uid, pending.SnapshotId, new { pending.SnapshotId, pending.ImageId, pending.Reason }, new { deleted, force });
                return true;
            },
            ct);

    private static async Task<PendingImageDeletion> FindAsync(DarkroomDb db, Guid uid, CancellationToken ct) =>
        await db.PendingImageDeletions.SingleOrDefaultAsync(p => p.Uid == uid, ct) ?? throw RemovalErrors.PendingDeletionNotFound.Raise(uid);

    /// <summary>Whether the snapshot is gone.</summary>
    private async Task<bool> DeleteAsync(DarkroomDb db, PendingImageDeletion pending, bool force, CancellationToken ct)
    {
        var connection = await db.Connections.SingleAsync(c => db.HostingUnits.Any(u => u.Uid == pending.HostingUnitUid && u.ConnectionUid == c.Uid), ct);
        if (force && connection.MaintenanceMode)
        {
            return false;
        }

        ConnectionIsNotInMaintenance.Check(connection);
        try
        {
            await cloud.DeleteSnapshotAsync(access.For(connection), pending.SnapshotId, ct);
            return true;
        }
        catch (Exception e) when (force && e is (CloudException or DarkroomException))
        {
            return false;
        }
        catch (CloudException e)
        {
            throw new DarkroomException(
                [RemovalErrors.PendingDeletionRefused.With(pending.SnapshotId, e.Error.Message) with { Detail = e.Error.Detail }, e.Error], e);
        }
    }
}
