using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Hosting;

/// <summary>A connection belongs to a zone that is there. Existing scripts leave it out, or give the all-zero uid: both mean the primary one.</summary>
public static class ZoneIsThere
{
    /// <exception cref="Errors.DarkroomException">ZoneNotFound.</exception>
    public static async Task<Guid> CheckAsync(DarkroomDb db, Guid? asked, CancellationToken ct)
    {
        var zones = await db.Zones.AsNoTracking().ToListAsync(ct);
        return asked is null || asked == Guid.Empty
            ? zones.Single(z => z.IsPrimary).Uid
            : zones.FirstOrDefault(z => z.Uid == asked)?.Uid ?? throw HostingErrors.ZoneNotFound.With(asked).On("zoneUid").AsException();
    }
}
