using Darkroom.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Storage;

/// <summary>
/// The replies that are kept under the callers' keys. Whoever repeats a request does so soon: a reply is forgotten after a day, and the same key then
/// stands for a new request.
/// </summary>
public sealed class KeptReplies(IDbContextFactory<DarkroomDb> databases, WriteGate gate, Clock clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>Deletes what is older than that; returns how many.</summary>
    public async Task<int> ForgetOldAsync(CancellationToken ct)
    {
        var limit = clock.Now - Lifetime;
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.IdempotencyRecords.Where(r => r.CreatedAt < limit).ExecuteDeleteAsync(ct);
    }
}
