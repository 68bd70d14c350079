using Microsoft.Data.Sqlite;

namespace Darkroom.Server.Tests.Crash;

/// <summary>A line of an operation's log, read from the database file behind the server's back.</summary>
internal sealed record StepEvent(long Sequence, Guid Operation, string Kind, string? Step, DateTimeOffset At);

/// <summary>What the log says about each operation, followed while servers come and go.</summary>
internal sealed class StepLog(string databaseFile) : IDisposable
{
    private readonly string _source = new SqliteConnectionStringBuilder { DataSource = databaseFile, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString;
    private readonly Dictionary<Guid, StepEvent> _running = [];
    private SqliteConnection? _connection;
    private SqliteCommand? _newer;
    private long _last;

    public List<StepEvent> Events { get; } = [];

    /// <summary>Operations that are ended or held.</summary>
    public HashSet<Guid> AtRest { get; } = [];

    /// <summary>The step that an operation is in: started, and without an outcome.</summary>
    public string? StepOf(Guid operation) => _running.GetValueOrDefault(operation)?.Step;

    /// <summary>Reads on; returns what is new.</summary>
    public IReadOnlyList<StepEvent> Read()
    {
        var newer = _newer ??= Open();
        newer.Parameters[0].Value = _last;
        var news = new List<StepEvent>();
        using (var row = newer.ExecuteReader())
        {
            while (row.Read())
            {
                var at = new DateTimeOffset(row.GetInt64(4), TimeSpan.Zero);
                news.Add(new StepEvent(row.GetInt64(0), row.GetGuid(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), at));
            }
        }

        news.ForEach(Fold);
        return news;
    }

    /// <summary>
    /// Lets go of the file. Whoever closes a database last tidies its write-ahead log, which the next server shall find as the killed one left it.
    /// </summary>
    public void Dispose()
    {
        _newer?.Dispose();
        _newer = null;
        _connection?.Dispose();
        _connection = null;
    }

    private SqliteCommand Open()
    {
        _connection = new SqliteConnection(_source);
        _connection.Open();
        var command = _connection.CreateCommand();
        command.CommandText = "SELECT Sequence, OperationId, Kind, Step, At FROM OperationEvents WHERE Sequence > $last ORDER BY Sequence";
        command.Parameters.AddWithValue("$last", _last);
        return command;
    }

    private void Fold(StepEvent e)
    {
        _last = e.Sequence;
        Events.Add(e);
        switch (e.Kind)
        {
            case "StepStarted":
                _running[e.Operation] = e;
                break;
            case "StepSucceeded" or "StepFailed":
                _running.Remove(e.Operation);
                break;
            case "Ended" or "Held":
                AtRest.Add(e.Operation);
                break;
        }
    }
}
