using Darkroom.Server.Composition;
using Darkroom.Testing.Postgres;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Darkroom.Testing;

/// <summary>A database for one test. Skips the test where the machine lacks what the database needs.</summary>
public static class TestDatabase
{
    /// <summary>Half an hour of the cloud's waiting passes in nine seconds.</summary>
    public const double ClockScale = 200;

    private static readonly Lazy<Task<string>> MigratedPostgres = new(async () =>
    {
        using var folder = new TestFolder();

        // Unpooled: a database with connections can't be copied.
        var made = await (await PostgresAsync()).CreateDatabaseAsync();
        await Schema.MigrateAsync(SettingsOf(DatabaseKind.Postgres, folder.Data, made + ";Pooling=false"), CancellationToken.None);
        return new NpgsqlConnectionStringBuilder(made).Database!;
    });

    private static readonly Lazy<Task<string>> MigratedSqlite = new(async () =>
    {
        var folder = new TestFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        await Schema.MigrateAsync(SettingsOf(DatabaseKind.Sqlite, folder.Data, null), CancellationToken.None);

        // Closed, the write-ahead log is part of the file.
        SqliteConnection.ClearAllPools();
        return folder.Data.DatabaseFile;
    });

    /// <summary>Both kinds, for theories; the fast suite has SQLite alone, which is what one machine runs on.</summary>
    public static TheoryData<DatabaseKind> Kinds => new(
        new TheoryDataRow<DatabaseKind>(DatabaseKind.Sqlite), new TheoryDataRow<DatabaseKind>(DatabaseKind.Postgres).WithTrait("Suite", "full"));

    /// <summary>Settings of a server on an empty database and a fresh data folder.</summary>
    public static async Task<ServerSettings> SettingsAsync(DatabaseKind kind, DataFolder data) =>
        SettingsOf(kind, data, kind == DatabaseKind.Postgres ? await (await PostgresAsync()).CreateDatabaseAsync() : null);

    /// <summary>The same on a database at this program's schema: a copy of one that the migrations made, since they take longer than most tests.</summary>
    public static async Task<ServerSettings> MigratedAsync(DatabaseKind kind, DataFolder data)
    {
        if (kind == DatabaseKind.Postgres)
        {
            var postgres = await PostgresAsync();
            return SettingsOf(kind, data, await postgres.CreateDatabaseAsync(await MigratedPostgres.Value));
        }

        File.Copy(await MigratedSqlite.Value, data.DatabaseFile);
        return SettingsOf(kind, data, null);
    }

    private static ServerSettings SettingsOf(DatabaseKind kind, DataFolder data, string? connectionString) => new()
    {
        Data = data,
        Url = new Uri("http://127.0.0.1:0"),
        Database = kind,
        ConnectionString = connectionString,
        Simulate = true,
        ClockScale = ClockScale,
        Configuration = new Dictionary<string, string?> { ["Logging:LogLevel:Default"] = "Error" },
    };

    private static async Task<PostgresServer> PostgresAsync()
    {
        var cluster = await PostgresCluster.SharedAsync();
        Assert.SkipWhen(cluster.Missing is not null, cluster.Missing ?? "");
        return cluster.Server!;
    }
}
