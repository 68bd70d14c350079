using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Server.Composition;

/// <summary>
/// Brings the database to this program's schema. SQLite belongs to one server, which does it at start; PostgreSQL may be
/// shared, so there only the <c>migrate</c> verb does, at a moment somebody chose.
/// </summary>
public static class Schema
{
    /// <summary>Applies the migrations that are missing to the database of the settings and returns their names.</summary>
    /// <exception cref="StartRefusedException">The database is newer than this program.</exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(ServerSettings settings, CancellationToken ct)
    {
        var services = new ServiceCollection();
        services.AddStorage(settings);
        await using var provider = services.BuildServiceProvider();
        return await MigrateAsync(provider.GetRequiredService<IDbContextFactory<DarkroomDb>>(), ct);
    }

    /// <summary>Applies the migrations that are missing and returns their names.</summary>
    /// <exception cref="StartRefusedException">The database is newer than this program.</exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(IDbContextFactory<DarkroomDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var missing = await MissingAsync(db, ct);
        if (missing.Count > 0)
        {
            // Only then: it compares the whole model with the last migration's first, which costs half of a server's start.
            await db.Database.MigrateAsync(ct);
        }

        return missing;
    }

    /// <summary>Checks that the database is at this program's schema, and changes nothing.</summary>
    /// <exception cref="StartRefusedException">It is older or newer.</exception>
    public static async Task RequireCurrentAsync(IDbContextFactory<DarkroomDb> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if ((await MissingAsync(db, ct)).Count > 0)
        {
            throw new StartRefusedException("The database hasn't this program's schema yet.", "Run 'darkroom migrate' with the same database settings, then start again.");
        }
    }

    private static async Task<IReadOnlyList<string>> MissingAsync(DarkroomDb db, CancellationToken ct)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        var unknown = applied.Except(known).ToList();
        if (unknown.Count > 0)
        {
            throw new StartRefusedException(
                $"The database was made by another version of Darkroom: this one doesn't know its migration {unknown[^1]}.",
                "Use the version that made it, or a later one.");
        }

        return [.. known.Except(applied)];
    }
}
