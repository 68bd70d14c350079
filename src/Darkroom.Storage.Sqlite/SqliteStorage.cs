using Darkroom.Core.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Storage.Sqlite;

/// <summary>Keeps Darkroom's tables in one SQLite file.</summary>
public static class SqliteStorage
{
    /// <summary>Registers the context factory and a gate that lets one writer in at a time.</summary>
    /// <param name="path">The database file; made by the first migration.</param>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, string path)
    {
        services.AddSingleton(new WriteGate(oneWriter: true));
        return services.AddPooledDbContextFactory<DarkroomDb>(options => Use(options, path));
    }

    internal static void Use(DbContextOptionsBuilder options, string path)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, Pooling = true, DefaultTimeout = 30 };
        options
            .UseSqlite(connection.ConnectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteStorage).Assembly.GetName().Name))
            .AddInterceptors(SqlitePragmas.Instance, SqliteLetters.Instance);
    }
}
