using Darkroom.Contracts.Operations;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Operations;

/// <summary>
/// Removes the record of an ended operation: log, cloud calls, metadata and input go, and nobody finds it any more. Nothing in the cloud is touched, and nothing is
/// forgotten there: the bare row stays for the sweep, and the audit keeps what was shown last.
/// </summary>
public sealed class RemoveOperation(UseCaseRunner runner, OperationView view) : IUseCase
{
    private const string NoInput = "{}";

    public static Permission Permission => Permission.ManageImages;

    /// <param name="expected">The operation's version that the caller has read; null takes any.</param>
    /// <exception cref="Errors.DarkroomException">OperationNotFound, VersionMismatch, OperationNotEnded, OperationStuck.</exception>
    public Task HandleAsync(Caller caller, Guid operationId, long? expected, CancellationToken ct) =>
        runner.ChangeAsync<RemoveOperation, bool>(caller, new { operationId, expected }, async change =>
        {
            var operation = await change.Db.FindOperationAsync(operationId, ct);
            ExpectedVersion.Check(operation, expected, "operation", operationId.ToString());
            RequireRemovable(operation);
            change.Audit(nameof(Operation), operationId, operation.Title, await view.OfAsync(change.Db, operation, ct), null, operationId);
            operation.RemovedAt = change.Now;
            operation.Input = NoInput;
            foreach (var spec in await change.Db.ImageVersionSpecs.Where(s => s.OperationId == operationId).ToListAsync(ct))
            {
                spec.OperationId = null;
            }

            await change.Db.OperationEvents.Where(e => e.OperationId == operationId).ExecuteDeleteAsync(ct);
            await change.Db.OperationCloudCalls.Where(c => c.OperationId == operationId).ExecuteDeleteAsync(ct);
            await change.Db.OperationMetadata.Where(m => m.OperationId == operationId).ExecuteDeleteAsync(ct);
            return true;
        }, ct);

    private static void RequireRemovable(Operation operation)
    {
        if (operation.State == OperationState.Stuck)
        {
            throw OperationErrors.StuckStays.Raise(operation.Id);
        }

        if (!operation.IsEnded)
        {
            throw OperationErrors.NotEnded.Raise(operation.Id, operation.State);
        }
    }
}
