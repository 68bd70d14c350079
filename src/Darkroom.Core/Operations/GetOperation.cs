using Darkroom.Contracts.Operations;
using Darkroom.Core.Access;
using Darkroom.Core.Operations.Expectations;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Operations;

/// <summary>Shows one operation.</summary>
public sealed class GetOperation(UseCaseRunner runner, OperationView view, ExpectedTimes times) : IUseCase
{
    public static Permission Permission => Permission.Read;

    /// <exception cref="Errors.DarkroomException">OperationNotFound.</exception>
    public Task<OperationDto> HandleAsync(Caller caller, Guid operationId, CancellationToken ct) =>
        runner.ReadAsync<GetOperation, OperationDto>(caller, async db =>
        {
            var operation = await db.FindOperationAsync(operationId, ct);
            var shown = await view.OfAsync(db, operation, ct);
            var expected = await times.OfAsync(operation, ct);
            return shown with
            {
                Expected = expected.Whole,
                Steps = [.. shown.Steps.Select(step => step with { Expected = expected.Steps.GetValueOrDefault(step.Name) })],
            };
        }, ct);
}

/// <summary>Finds operations or says that there is none.</summary>
internal static class OperationLookup
{
    public static Task<Operation> FindOperationAsync(this DarkroomDb db, Guid operationId, CancellationToken ct) =>
        db.Operations.FindOperationAsync(operationId, ct);

    public static async Task<Operation> FindOperationAsync(this IQueryable<Operation> operations, Guid operationId, CancellationToken ct) =>
        await operations.SingleOrDefaultAsync(o => o.Id == operationId && o.RemovedAt == null, ct) ?? throw OperationErrors.NotFound.Raise(operationId);
}
