using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Storage;

/// <summary>Tells whether a failed write lost to another one, so that reading again and repeating it is right.</summary>
public static class WriteConflict
{
    // SQLSTATE 40001 serialization failure, 40P01 deadlock, 23505 unique violation, 23503 foreign key violation.
    private static readonly string[] SqlStates = ["40001", "40P01", "23505", "23503"];

    // SQLite: 19 constraint, 5 busy, 6 locked. Read by name, since no database provider may come into this room.
    private static readonly int[] SqliteCodes = [19, 5, 6];

    public static bool Is(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => true,
        DbUpdateException { InnerException: { } inner } => Is(inner),
        InvalidOperationException { InnerException: { } inner } => Is(inner),
        DbException database => SqlStates.Contains(database.SqlState) || IsSqlite(database),
        _ => false,
    };

    private static bool IsSqlite(DbException exception) =>
        exception.GetType().GetProperty("SqliteErrorCode")?.GetValue(exception) is int code && SqliteCodes.Contains(code);
}
