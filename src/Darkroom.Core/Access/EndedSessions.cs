using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Access;

/// <summary>Which sessions are over. The table is asked each time, so that one that ends here ends in the whole cluster.</summary>
public sealed class EndedSessions(IDbContextFactory<DarkroomDb> databases, WriteGate gate)
{
    public async Task<bool> ContainsAsync(Guid session, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.EndedSessions.AnyAsync(s => s.Uid == session, ct);
    }

    /// <summary>Ends a session for good; again changes nothing.</summary>
    /// <param name="now">Real time; what would be over by then is forgotten.</param>
    public async Task AddAsync(EndedSession session, DateTimeOffset now, CancellationToken ct)
    {
        using var entered = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.EndedSessions.Where(s => s.Until <= now).ExecuteDeleteAsync(ct);
        if (!await db.EndedSessions.AnyAsync(s => s.Uid == session.Uid, ct))
        {
            db.EndedSessions.Add(session);
            await db.SaveChangesAsync(ct);
        }
    }
}
