using Darkroom.Core.Clouds;
using Darkroom.Core.Storage;
using Darkroom.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Removal;

/// <summary>Tries the pending deletions of an account again, in the rhythm of its sweep.</summary>
public sealed class PendingDeletionRetry(IDbContextFactory<DarkroomDb> databases, WriteGate gate, ICloud cloud, Clock clock)
{
    public async Task RunAsync(CloudAccess account, CancellationToken ct)
    {
        List<PendingImageDeletion> pending;
        await using (var db = await databases.CreateDbContextAsync(ct))
        {
            pending = await OfAccount(db, account).AsNoTracking().OrderBy(p => p.CreatedAt).ToListAsync(ct);
        }

        foreach (var one in pending)
        {
            var refusal = await DeleteAsync(account, one.SnapshotId, ct);
            using var pass = await gate.EnterAsync(ct);
            await using var db = await databases.CreateDbContextAsync(ct);

            // Somebody may have forced it meanwhile.
            if (await db.PendingImageDeletions.FindAsync([one.Uid], ct) is not { } row)
            {
                continue;
            }

            if (refusal is null)
            {
                db.Remove(row);
            }
            else
            {
                (row.Reason, row.LastTriedAt) = (refusal.Error.ToDto(), clock.Now);
                row.Attempts++;
            }

            await db.SaveChangesAsync(ct);
        }
    }

    private async Task<CloudException?> DeleteAsync(CloudAccess account, string snapshot, CancellationToken ct)
    {
        try
        {
            await cloud.DeleteSnapshotAsync(account, snapshot, ct);
            return null;
        }
        catch (CloudException e)
        {
            return e;
        }
    }

    private static IQueryable<PendingImageDeletion> OfAccount(DarkroomDb db, CloudAccess account) =>
        from pending in db.PendingImageDeletions
        join unit in db.HostingUnits on pending.HostingUnitUid equals unit.Uid
        join connection in db.Connections on unit.ConnectionUid equals connection.Uid
        where connection.AccountId == account.AccountId && connection.Region == account.Region
        select pending;
}
