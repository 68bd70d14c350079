using Darkroom.Server.Composition;
using Darkroom.Testing.Postgres;

namespace Darkroom.Testing;

/// <summary>An empty database for one test. Skips the test where the machine lacks what the database needs.</summary>
public static class TestDatabase
{
    /// <summary>Half an hour of the cloud's waiting passes in nine seconds.</summary>
    public const double ClockScale = 200;

    /// <summary>Both kinds, for theories.</summary>
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    /// <summary>Settings of a server on a fresh database and a fresh data folder.</summary>
    public static async Task<ServerSettings> SettingsAsync(DatabaseKind kind, DataFolder data) => new()
    {
        Data = data,
        Url = new Uri("http://127.0.0.1:0"),
        Database = kind,
        ConnectionString = kind == DatabaseKind.Postgres ? await FreshPostgresAsync() : null,
        Simulate = true,
        ClockScale = ClockScale,
        Configuration = new Dictionary<string, string?> { ["Logging:LogLevel:Default"] = "Error" },
    };

    private static async Task<string> FreshPostgresAsync()
    {
        var cluster = await PostgresCluster.SharedAsync();
        Assert.SkipWhen(cluster.Missing is not null, cluster.Missing ?? "");
        return await cluster.Server!.CreateDatabaseAsync();
    }
}
