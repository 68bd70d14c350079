using System.Security.Cryptography;
using System.Text;
using Darkroom.Core.Access;
using Darkroom.Core.Errors;
using Darkroom.Core.Operations;
using Darkroom.Core.Storage;
using Darkroom.Core.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Darkroom.Core.UseCases;

/// <summary>
/// The one way into the domain. Checks the permission, answers a repeat under the same key with the first reply,
/// and commits change, operation, audit record and reply in one serializable transaction.
/// </summary>
public sealed class UseCaseRunner(
    IDbContextFactory<DarkroomDb> databases, WriteGate gate, Clock clock, IOperationHost host, OperationSignals signals, ILogger<UseCaseRunner> log)
{
    /// <summary>Reads on behalf of the caller.</summary>
    /// <exception cref="DarkroomException">PermissionDenied, or what <paramref name="body"/> raises.</exception>
    public async Task<T> ReadAsync<TUseCase, T>(Caller caller, Func<DarkroomDb, Task<T>> body, CancellationToken ct)
        where TUseCase : IUseCase
    {
        Authorize<TUseCase>(caller);
        await using var db = await databases.CreateDbContextAsync(ct);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return await body(db);
    }

    /// <summary>Changes on behalf of the caller, without reading the cloud first.</summary>
    public Task<T> ChangeAsync<TUseCase, T>(Caller caller, object request, Func<Change, Task<T>> body, CancellationToken ct)
        where TUseCase : IUseCase =>
        ChangeAsync<TUseCase, bool, T>(caller, request, _ => Task.FromResult(true), (change, _) => body(change), ct);

    /// <summary>
    /// Changes on behalf of the caller. <paramref name="prepare"/> may read database and cloud; it runs outside the
    /// transaction, so that no cloud call holds up other writers. <paramref name="body"/> may run more than once.
    /// </summary>
    /// <exception cref="DarkroomException">PermissionDenied, IdempotencyKeyReused, ConcurrentChange, or what the parts raise.</exception>
    public async Task<T> ChangeAsync<TUseCase, TPrepared, T>(
        Caller caller, object request, Func<DarkroomDb, Task<TPrepared>> prepare, Func<Change, TPrepared, Task<T>> body, CancellationToken ct)
        where TUseCase : IUseCase
    {
        Authorize<TUseCase>(caller);
        var action = typeof(TUseCase).Name;
        var key = caller.IdempotencyKey is { } given ? $"{caller.Name}\n{action}\n{given}" : null;
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(StoredJson.Write(request))));

        TPrepared prepared;
        await using (var db = await databases.CreateDbContextAsync(ct))
        {
            if (await ReplayAsync<T>(db, key, hash, ct) is { } replay)
            {
                return replay.Value;
            }

            prepared = await prepare(db);
        }

        try
        {
            return await gate.RepeatOnConflictAsync(() => CommitAsync(caller, action, key, hash, change => body(change, prepared), ct), ct);
        }
        catch (Exception e) when (WriteConflict.Is(e))
        {
            throw new DarkroomException(CommonErrors.ConcurrentChange.With(), e);
        }
    }

    private async Task<T> CommitAsync<T>(Caller caller, string action, string? key, string hash, Func<Change, Task<T>> body, CancellationToken ct)
    {
        Change change;
        T reply;
        using (await gate.EnterAsync(ct))
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, ct);
            if (await ReplayAsync<T>(db, key, hash, ct) is { } replay)
            {
                return replay.Value;
            }

            change = new Change(db, caller, action, clock.Now);
            reply = await body(change);
            if (key is not null)
            {
                db.IdempotencyRecords.Add(new IdempotencyRecord
                {
                    Key = key,
                    RequestHash = hash,
                    Reply = StoredJson.Write(new Reply<T>(reply)),
                    CreatedAt = clock.Now,
                });
            }

            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        var touched = change.TouchedOperations.Distinct().ToList();
        signals.Changed(touched);
        foreach (var operation in touched)
        {
            await WakeAsync(operation);
        }

        return reply;
    }

    /// <summary>The change is committed, and recovery finds what isn't woken: a failure here is none of the caller's.</summary>
    private async Task WakeAsync(Guid operation)
    {
        try
        {
            await host.EnsureRunningAsync(operation);
        }
        catch (Exception e)
        {
            log.LogWarning(e, "Operation {OperationId} could not be woken; recovery will find it", operation);
        }
    }

    private static async Task<Reply<T>?> ReplayAsync<T>(DarkroomDb db, string? key, string hash, CancellationToken ct)
    {
        if (key is null || await db.IdempotencyRecords.AsNoTracking().SingleOrDefaultAsync(r => r.Key == key, ct) is not { } record)
        {
            return null;
        }

        return record.RequestHash == hash ? StoredJson.Read<Reply<T>>(record.Reply) : throw CommonErrors.IdempotencyKeyReused.Raise();
    }

    private static void Authorize<TUseCase>(Caller caller)
        where TUseCase : IUseCase
    {
        var needed = Caller.RoleFor(TUseCase.Permission);
        if (caller.Role < needed)
        {
            throw CommonErrors.PermissionDenied.Raise(caller.Name, caller.Role, typeof(TUseCase).Name, needed);
        }
    }

    private sealed record Reply<T>(T Value);
}
