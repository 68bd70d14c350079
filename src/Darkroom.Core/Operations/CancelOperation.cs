using Darkroom.Contracts.Operations;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Operations;

/// <summary>Cancels an operation in whatever state it is: what it made is taken back.</summary>
public sealed class CancelOperation(UseCaseRunner runner, OperationView view) : IUseCase
{
    public static Permission Permission => Permission.ManageImages;

    /// <exception cref="Errors.DarkroomException">OperationNotFound; OperationEnded when there is nothing left to cancel.</exception>
    public Task<OperationDto> HandleAsync(Caller caller, Guid operationId, CancellationToken ct) =>
        runner.ChangeAsync<CancelOperation, OperationDto>(
            caller,
            operationId,
            async change =>
            {
                var operation = await change.Db.FindOperationAsync(operationId, ct);
                if (operation.IsEnded && operation.State != OperationState.Stuck)
                {
                    throw OperationErrors.NotCancelable.Raise(operationId, operation.State);
                }

                operation.State = OperationState.Undoing;
                operation.HeldUntil = null;
                operation.FinishedAt = null;
                (operation.UndoFrom, operation.AfterUndo) = (0, AfterUndo.EndCanceled);
                operation.Error ??= OperationErrors.Canceled.With(caller.Name).ToDto();
                return await change.CommandAsync(view, operation, OperationEventKind.CancelRequested, $"{caller.Name} cancelled the operation.", ct);
            },
            ct);
}
