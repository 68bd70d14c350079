using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Storage;

/// <summary>Tells whether a failed write lost to another one, so that reading again and repeating it is right.</summary>
public static class WriteConflict
{
    // SQLSTATE 40001 serialization failure, 40P01 deadlock; SQLite 5 busy, 6 locked. SQLite's are read by name, since no provider may come into this room.
    private static readonly string[] Race = ["40001", "40P01", "5", "6"];

    // SQLSTATE 23505 unique violation, 23503 foreign key violation; SQLite 19 constraint.
    private static readonly string[] Constraint = ["23505", "23503", "19"];

    /// <summary>Lost a race, or met a constraint that another write may have brought about: a change checks its rules again.</summary>
    public static bool Is(Exception exception) => Is(exception, withConstraints: true);

    /// <summary>Lost a race and nothing else: whoever knows no other reason for a violated constraint must not repeat it.</summary>
    public static bool IsLostRace(Exception exception) => Is(exception, withConstraints: false);

    private static bool Is(Exception exception, bool withConstraints) => exception switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: { } inner } => Is(inner, withConstraints),
        InvalidOperationException { InnerException: { } inner } => Is(inner, withConstraints),
        DbException database => Race.Contains(CodeOf(database)) || (withConstraints && Constraint.Contains(CodeOf(database))),
        _ => false,
    };

    private static string? CodeOf(DbException exception) =>
        exception.SqlState ?? exception.GetType().GetProperty("SqliteErrorCode")?.GetValue(exception)?.ToString();
}
