using Darkroom.Core.Storage;

namespace Darkroom.Core.Images;

/// <summary>What a row holds is part of what it shows: adding to it or taking from it counts as a change of the row, so that its ETag changes.</summary>
internal static class RowVersions
{
    public static void Touch<T>(this DarkroomDb db, T row)
        where T : class, IVersioned => db.Entry(row).Property(r => r.Version).IsModified = true;
}
