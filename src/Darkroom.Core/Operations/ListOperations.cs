using Darkroom.Contracts.Operations;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Operations;

/// <summary>Which operations to list; a null member doesn't narrow.</summary>
public sealed record OperationFilter(OperationState? State = null, string? Kind = null, Guid? Subject = null, Guid? HostingUnit = null);

/// <summary>Lists operations, the newest first unless asked for another order.</summary>
public sealed class ListOperations(UseCaseRunner runner, OperationView view) : IUseCase
{
    private static readonly Listing<Operation> Listing = new Listing<Operation>(o => o.Id, "-createdAt")
        .By("createdAt", o => o.CreatedAt)
        .By("lastUpdateAt", o => o.UpdatedAt)
        .By("kind", o => o.Kind)
        .By("title", o => o.Title);

    private const int LongestKind = 100;

    public static Permission Permission => Permission.Read;

    /// <exception cref="Errors.DarkroomException">ValueOutOfRange, InvalidRequest.</exception>
    public Task<Page<OperationDto>> HandleAsync(Caller caller, OperationFilter filter, ListRequest request, CancellationToken ct) =>
        runner.ReadAsync<ListOperations, Page<OperationDto>>(
            caller,
            db =>
            {
                var kind = Input.OptionalText(filter.Kind, "kind", LongestKind);
                return Listing.PageAsync(
                db.Operations
                    .Where(o => o.RemovedAt == null)
                    .Where(o => filter.State == null || o.State == filter.State)
                    .Where(o => kind == null || o.Kind == kind)
                    .Where(o => filter.Subject == null || o.SubjectUid == filter.Subject)
                    .Where(o => filter.HostingUnit == null || o.HostingUnitUid == filter.HostingUnit),
                request,
                rows => view.OfAsync(db, rows, ct),
                ct);
            },
            ct);
}
