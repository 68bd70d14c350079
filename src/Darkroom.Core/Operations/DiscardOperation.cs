using Darkroom.Contracts.Operations;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Operations;

/// <summary>Takes back what a held operation has made, or tries again where a stuck one could not.</summary>
public sealed class DiscardOperation(UseCaseRunner runner, OperationView view) : IUseCase
{
    public static Permission Permission => Permission.ManageImages;

    /// <exception cref="Errors.DarkroomException">OperationNotFound, OperationNotDiscardable.</exception>
    public Task<OperationDto> HandleAsync(Caller caller, Guid operationId, CancellationToken ct) =>
        runner.ChangeAsync<DiscardOperation, OperationDto>(
            caller,
            operationId,
            async change =>
            {
                var operation = await change.Db.FindOperationAsync(operationId, ct);
                if (operation.State is not (OperationState.Held or OperationState.Stuck))
                {
                    throw OperationErrors.NotDiscardable.Raise(operationId, operation.State);
                }

                operation.State = OperationState.Undoing;
                operation.HeldUntil = null;
                (operation.UndoFrom, operation.AfterUndo) = (0, operation.AfterUndo == AfterUndo.EndCanceled ? AfterUndo.EndCanceled : AfterUndo.EndFailed);
                return await change.CommandAsync(view, operation, OperationEventKind.DiscardRequested, $"{caller.Name} discarded the operation.", ct);
            },
            ct);
}
