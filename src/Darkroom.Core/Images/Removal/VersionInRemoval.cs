using Darkroom.Contracts.Images;
using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Removal;

/// <summary>
/// The version that goes with the removal of its prepared spec, and the master spec beside that. The master is <em>Deleting</em> meanwhile, so that nothing
/// is prepared from it.
/// </summary>
internal static class VersionInRemoval
{
    /// <summary>The version's other specs: its master spec, or none.</summary>
    public static Task<List<ImageVersionSpec>> BesideAsync(DarkroomDb db, ImageVersionSpec spec, CancellationToken ct = default) =>
        db.ImageVersionSpecs.Where(s => s.ImageVersionUid == spec.ImageVersionUid && s.Uid != spec.Uid).ToListAsync(ct);

    /// <exception cref="Errors.DarkroomException">ImageRemovalInProgress.</exception>
    public static async Task BeginAsync(DarkroomDb db, ImageVersionSpec spec, CancellationToken ct = default)
    {
        foreach (var other in await BesideAsync(db, spec, ct))
        {
            await db.RequireStayingAsync(other, ct);
            other.Status = ImageVersionSpecStatus.Deleting;
        }
    }

    public static async Task GiveBackAsync(DarkroomDb db, ImageVersionSpec spec)
    {
        foreach (var master in await BesideAsync(db, spec))
        {
            master.Status = ImageVersionSpecStatus.None;
        }
    }

    public static async Task RemoveAsync(DarkroomDb db, ImageVersionSpecRow row, CancellationToken ct)
    {
        db.RemoveRange(await BesideAsync(db, row.Spec, ct));
        db.Remove(row.Version);
        db.Touch(row.Definition);
    }
}
