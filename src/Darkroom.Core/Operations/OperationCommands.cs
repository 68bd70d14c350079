using Darkroom.Contracts.Operations;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Operations;

/// <summary>What starting and steering operations have in common: row, log line, audit record and wake-up in one transaction.</summary>
public static class OperationCommands
{
    /// <summary>Starts an operation with the transaction's commit.</summary>
    public static void Start(this Change change, Operation operation, IReadOnlyDictionary<string, string>? metadata = null)
    {
        change.Db.Operations.Add(operation);
        if (metadata is { Count: > 0 })
        {
            change.KeepMetadata(operation.Id, null, metadata);
        }

        change.Log(operation, OperationEventKind.Created, operation.Title);
        change.Touch(operation.Id);
    }

    /// <param name="kept">What is kept beside the operation so far; null when nothing is.</param>
    internal static void KeepMetadata(this Change change, Guid operationId, OperationMetadata? kept, IReadOnlyDictionary<string, string> values)
    {
        if (kept is not null)
        {
            kept.Values = values;
        }
        else
        {
            change.Db.OperationMetadata.Add(new OperationMetadata { OperationId = operationId, Values = values });
        }
    }

    internal static async Task<OperationDto> CommandAsync(
        this Change change, OperationView view, Operation operation, OperationEventKind kind, string message, CancellationToken ct)
    {
        operation.UpdatedAt = change.Now;
        change.Log(operation, kind, message);
        change.AuditSteering(operation);
        change.Touch(operation.Id);
        await change.Db.SaveChangesAsync(ct);
        return await view.OfAsync(change.Db, operation, ct);
    }

    /// <summary>Has what a held operation made taken back, with the transaction's commit.</summary>
    internal static void Discard(this Change change, Operation held, string message)
    {
        held.State = OperationState.Undoing;
        (held.HeldUntil, held.UndoFrom, held.AfterUndo, held.UpdatedAt) = (null, 0, AfterUndo.EndFailed, change.Now);
        change.Log(held, OperationEventKind.DiscardRequested, message);
        change.AuditSteering(held);
        change.Touch(held.Id);
    }

    private static void AuditSteering(this Change change, Operation operation)
    {
        static object Of(Operation state) => new { state.State, state.Attempt, state.HeldUntil };
        change.Audit("Operation", operation.Id, operation.Title, Of((Operation)change.Db.Entry(operation).OriginalValues.ToObject()), Of(operation), operation.Id);
    }

    private static void Log(this Change change, Operation operation, OperationEventKind kind, string message) =>
        change.Db.OperationEvents.Add(new OperationEvent
        {
            OperationId = operation.Id,
            At = change.Now,
            Kind = kind,
            Attempt = operation.Attempt,
            Message = message,
            Progress = operation.Progress,
        });
}
