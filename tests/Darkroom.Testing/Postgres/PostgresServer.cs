using Npgsql;

namespace Darkroom.Testing.Postgres;

/// <summary>A PostgreSQL server on which tests may make databases.</summary>
public sealed class PostgresServer(string connectionString)
{
    /// <summary>Makes a database and returns how to connect to it.</summary>
    /// <param name="template">The database that it becomes a copy of; nobody may be connected to that.</param>
    public async Task<string> CreateDatabaseAsync(string template = "template0")
    {
        var name = $"darkroom_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name} TEMPLATE {template}";
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(connectionString) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    /// <summary>Whether it takes connections.</summary>
    public async Task<bool> AnswersAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync();
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException)
        {
            return false;
        }
    }
}
