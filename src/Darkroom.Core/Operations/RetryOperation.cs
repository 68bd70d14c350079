using Darkroom.Contracts.Operations;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Operations;

/// <summary>
/// Runs a failed operation again: from the step that its table names, or, with new inputs or after it was undone,
/// from the first one.
/// </summary>
public sealed class RetryOperation(UseCaseRunner runner, OperationView view, OperationRuns runs) : IUseCase
{
    public static Permission Permission => Permission.ManageImages;

    /// <exception cref="Errors.DarkroomException">OperationNotFound, OperationNotRetryable, RetryInputsNotSupported, and what the new inputs raise.</exception>
    public Task<OperationDto> HandleAsync(Caller caller, Guid operationId, RetryOperationRequest request, CancellationToken ct) =>
        runner.ChangeAsync<RetryOperation, Func<Change, Operation, Task<string>>?, OperationDto>(
            caller,
            new { operationId, request },
            async db =>
            {
                var operation = await db.FindOperationAsync(operationId, ct);
                RequireRetryable(operation);
                return request == new RetryOperationRequest() ? null : await runs.Definition(operation.Kind).ReviseAsync(db, operation, request, ct);
            },
            async (change, revise) =>
            {
                var operation = await change.Db.FindOperationAsync(operationId, ct);
                RequireRetryable(operation);
                var definition = runs.Definition(operation.Kind);
                var events = await change.Db.OperationEvents.AsNoTracking().Where(e => e.OperationId == operationId).OrderBy(e => e.Sequence).ToListAsync(ct);
                operation.UndoFrom = revise is null ? RetryStart(definition, operation, events) : 0;
                if (revise is not null)
                {
                    operation.Input = await revise(change, operation);
                }

                operation.State = OperationState.Undoing;
                operation.AfterUndo = AfterUndo.RunAgain;
                operation.HeldUntil = null;
                operation.FinishedAt = null;
                operation.Error = null;
                operation.TaskState = null;
                await definition.OnRetriedAsync(change, operation);
                return await change.CommandAsync(view, operation, OperationEventKind.RetryRequested, $"{caller.Name} retried the operation.", ct);
            },
            ct);

    private static void RequireRetryable(Operation operation)
    {
        if (operation.State is not (OperationState.Held or OperationState.Failed or OperationState.Canceled))
        {
            throw OperationErrors.NotRetryable.Raise(operation.Id, operation.State);
        }
    }

    /// <summary>The step that the failed one's row names; nothing before it is repeated.</summary>
    private static int RetryStart(OperationDefinition definition, Operation operation, IEnumerable<OperationEvent> events)
    {
        if (operation.State != OperationState.Held)
        {
            return 0;
        }

        var failed = OperationLog.Fold(definition.Steps, events).First(step => step.State == StepState.Failed).Name;
        return definition.IndexOf(definition.Steps[definition.IndexOf(failed)].RetryFrom ?? failed);
    }
}
