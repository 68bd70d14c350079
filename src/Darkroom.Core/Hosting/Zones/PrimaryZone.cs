using Darkroom.Core.Storage;
using Darkroom.Core.Time;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Hosting;

/// <summary>The one zone of a site, made with its database. Scripts keep its uid, so it is made once and for all.</summary>
public sealed class PrimaryZone(IDbContextFactory<DarkroomDb> databases, WriteGate gate, Clock clock)
{
    /// <summary>What it is called where scripts come from.</summary>
    public const string Name = "Primary";

    /// <summary>Makes it if this is the first start on the database.</summary>
    public async Task EnsureAsync(CancellationToken ct)
    {
        using var pass = await gate.EnterAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Zones.AnyAsync(ct))
        {
            return;
        }

        db.Zones.Add(new Zone { Name = Name, Description = "The zone of everything in this site.", IsPrimary = true, CreatedAt = clock.Now });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (WriteConflict.Is(e))
        {
            // Another server on the same database has just made it.
        }
    }
}
