using Darkroom.Contracts.Operations;
using Darkroom.Core.Access;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Operations;

/// <summary>Shows one operation.</summary>
public sealed class GetOperation(UseCaseRunner runner, OperationView view) : IUseCase
{
    public static Permission Permission => Permission.Read;

    /// <exception cref="Errors.DarkroomException">OperationNotFound.</exception>
    public Task<OperationDto> HandleAsync(Caller caller, Guid operationId, CancellationToken ct) =>
        runner.ReadAsync<GetOperation, OperationDto>(caller, async db => await view.OfAsync(db, await db.FindOperationAsync(operationId, ct), ct), ct);
}

/// <summary>Finds operations or says that there is none.</summary>
internal static class OperationLookup
{
    public static Task<Operation> FindOperationAsync(this DarkroomDb db, Guid operationId, CancellationToken ct) =>
        db.Operations.FindOperationAsync(operationId, ct);

    public static async Task<Operation> FindOperationAsync(this IQueryable<Operation> operations, Guid operationId, CancellationToken ct) =>
        await operations.SingleOrDefaultAsync(o => o.Id == operationId && o.RemovedAt == null, ct) ?? throw OperationErrors.NotFound.Raise(operationId);
}
