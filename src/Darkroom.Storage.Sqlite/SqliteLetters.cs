using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Darkroom.Storage.Sqlite;

/// <summary>SQLite's own <c>upper</c> knows the letters of ASCII. A query that uses it is given one that knows all; the others don't pay for it.</summary>
internal sealed class SqliteLetters : DbCommandInterceptor
{
    public static readonly SqliteLetters Instance = new();

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        KnowAll(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        KnowAll(command);
        return ValueTask.FromResult(result);
    }

    private static void KnowAll(DbCommand command)
    {
        if (command.CommandText.Contains("upper(", StringComparison.Ordinal))
        {
            ((SqliteConnection)command.Connection!).CreateFunction("upper", (string? text) => text?.ToUpperInvariant(), isDeterministic: true);
        }
    }
}
