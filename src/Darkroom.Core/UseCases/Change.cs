using Darkroom.Core.Access;
using Darkroom.Core.Audit;
using Darkroom.Core.Storage;

namespace Darkroom.Core.UseCases;

/// <summary>The transaction of one change: rows, audit records and operations that commit together.</summary>
public sealed class Change(DarkroomDb db, Caller caller, string action, DateTimeOffset now)
{
    private readonly List<Guid> _touchedOperations = [];

    public DarkroomDb Db => db;

    public Caller Caller => caller;

    public DateTimeOffset Now => now;

    /// <summary>Operations to wake once the transaction is committed.</summary>
    internal IReadOnlyList<Guid> TouchedOperations => _touchedOperations;

    /// <summary>Records who did this to what. Before or after is null where the target was made or removed; neither may hold a secret.</summary>
    public void Audit(string targetType, Guid uid, string name, object? before, object? after, Guid? operationId = null) =>
        db.AuditRecords.Add(new AuditRecord
        {
            At = now,
            User = caller.Name,
            Action = action,
            TargetType = targetType,
            TargetUid = uid,
            TargetName = name,
            Before = before is null ? null : StoredJson.Write(before),
            After = after is null ? null : StoredJson.Write(after),
            OperationId = operationId,
            LoggingId = caller.LoggingId,
        });

    /// <summary>Wakes the operation's runner and its watchers after the commit.</summary>
    public void Touch(Guid operationId) => _touchedOperations.Add(operationId);
}
