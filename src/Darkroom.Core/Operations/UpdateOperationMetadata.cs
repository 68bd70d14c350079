using Darkroom.Contracts.Operations;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Operations;

/// <summary>Sets and removes what is kept beside an operation, in whatever state it is; its run doesn't notice.</summary>
public sealed class UpdateOperationMetadata(UseCaseRunner runner, OperationView view) : IUseCase
{
    public static Permission Permission => Permission.ManageImages;

    /// <exception cref="Errors.DarkroomException">OperationNotFound, and what <see cref="Metadata"/> says.</exception>
    public Task<OperationDto> HandleAsync(Caller caller, Guid operationId, UpdateOperationMetadataRequest request, CancellationToken ct) =>
        runner.ChangeAsync<UpdateOperationMetadata, OperationDto>(caller, new { operationId, request }, async change =>
        {
            var operation = await change.Db.Operations.AsNoTracking().FindOperationAsync(operationId, ct);
            var kept = await change.Db.OperationMetadata.SingleOrDefaultAsync(m => m.OperationId == operationId, ct);
            var before = kept?.Values ?? Metadata.None;
            var after = Metadata.With(before, request.Metadata);
            if (!after.SequenceEqual(before))
            {
                change.KeepMetadata(operationId, kept, after);
                change.Audit(nameof(Operation), operationId, operation.Title, new { Metadata = before }, new { Metadata = after }, operationId);
                await change.Db.SaveChangesAsync(ct);
            }

            return await view.OfAsync(change.Db, operation, ct);
        }, ct);
}
