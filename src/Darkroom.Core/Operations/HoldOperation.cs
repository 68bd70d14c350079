using Darkroom.Contracts.Operations;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Operations;

/// <summary>Sets how long a held operation stays as it is, from now on.</summary>
public sealed class HoldOperation(UseCaseRunner runner, OperationView view) : IUseCase
{
    /// <summary>A week.</summary>
    public const int MaxHoldSeconds = 7 * 24 * 3600;

    public static Permission Permission => Permission.ManageImages;

    /// <exception cref="Errors.DarkroomException">OperationNotFound, OperationNotHeld, ValueOutOfRange.</exception>
    public Task<OperationDto> HandleAsync(Caller caller, Guid operationId, HoldOperationRequest request, CancellationToken ct)
    {
        if (request.HoldSeconds is < 0 or > MaxHoldSeconds)
        {
            throw Errors.CommonErrors.ValueOutOfRange.With("holdSeconds", request.HoldSeconds, 0, MaxHoldSeconds).On("holdSeconds").AsException();
        }

        return runner.ChangeAsync<HoldOperation, OperationDto>(
            caller,
            new { operationId, request },
            async change =>
            {
                var operation = await change.Db.FindOperationAsync(operationId, ct);
                if (operation.State != OperationState.Held)
                {
                    throw OperationErrors.NotHeld.Raise(operationId, operation.State);
                }

                operation.HeldUntil = request.HoldSeconds is { } seconds ? change.Now.AddSeconds(seconds) : null;
                var message = operation.HeldUntil is { } until ? $"{caller.Name} set the hold time to {until:u}." : $"{caller.Name} holds the operation without end.";
                return await change.CommandAsync(view, operation, OperationEventKind.HoldChanged, message, ct);
            },
            ct);
    }
}
