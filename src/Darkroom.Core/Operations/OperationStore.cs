using Darkroom.Core.Storage;
using Darkroom.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Operations;

/// <summary>The run has lost its operation, to a command or to another activation: what it has is dropped.</summary>
public sealed class StaleRunException() : Exception("The operation was changed by somebody else.");

/// <summary>Reads and writes one operation for its run; a write under a stale version changes nothing.</summary>
public sealed class OperationStore(IDbContextFactory<DarkroomDb> databases, WriteGate gate, OperationSignals signals, Clock clock)
{
    public async Task<(Operation Row, IReadOnlyList<OperationEvent> Events)?> LoadAsync(Guid operationId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Operations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == operationId, ct) is not { } row)
        {
            return null;
        }

        var events = await db.OperationEvents.AsNoTracking().Where(e => e.OperationId == operationId).OrderBy(e => e.Sequence).ToListAsync(ct);

        // A write between the two reads would give a log newer than its row; the row's version then no longer holds and the run looks again.
        return (row, events);
    }

    /// <exception cref="StaleRunException">The row's version isn't the one given.</exception>
    public async Task CheckFenceAsync(Guid operationId, long fence, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Operations.Where(o => o.Id == operationId).Select(o => (long?)o.Version).SingleOrDefaultAsync(ct) != fence)
        {
            throw new StaleRunException();
        }
    }

    /// <summary>Commits the row's change, log events and the domain's change together; returns the row as it is now.</summary>
    /// <exception cref="StaleRunException">Somebody else wrote first.</exception>
    public async Task<Operation> CommitAsync(
        Guid operationId, long fence, Action<Operation> change, IReadOnlyList<OperationEvent> events, Func<DarkroomDb, Operation, Task>? apply, CancellationToken ct)
    {
        Operation row;
        using (await gate.EnterAsync(ct))
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, ct);
            try
            {
                row = await db.Operations.SingleOrDefaultAsync(o => o.Id == operationId && o.Version == fence, ct) ?? throw new StaleRunException();
                change(row);
                row.UpdatedAt = clock.Now;
                db.OperationEvents.AddRange(events);
                if (apply is not null)
                {
                    await apply(db, row);
                }

                await db.SaveChangesAsync(ct);
                await transaction.CommitAsync(ct);
            }
            catch (Exception e) when (WriteConflict.IsLostRace(e))
            {
                throw new StaleRunException();
            }
        }

        signals.Changed(operationId);
        return row;
    }

    public async Task<T> ReadAsync<T>(Func<DarkroomDb, Task<T>> read, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await read(db);
    }
}
