using Darkroom.Contracts.Operations;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Operations;

/// <summary>Which operations to list; a null member doesn't narrow.</summary>
/// <param name="After">The last operation of the page before.</param>
public sealed record OperationFilter(OperationState? State = null, string? Kind = null, Guid? Subject = null, Guid? HostingUnit = null, Guid? After = null);

/// <summary>Lists operations, the newest first.</summary>
public sealed class ListOperations(UseCaseRunner runner, OperationView view) : IUseCase
{
    public static Permission Permission => Permission.Read;

    public Task<IReadOnlyList<OperationDto>> HandleAsync(Caller caller, OperationFilter filter, int limit, CancellationToken ct) =>
        runner.ReadAsync<ListOperations, IReadOnlyList<OperationDto>>(
            caller,
            async db =>
            {
                var query = db.Operations
                    .Where(o => filter.State == null || o.State == filter.State)
                    .Where(o => filter.Kind == null || o.Kind == filter.Kind)
                    .Where(o => filter.Subject == null || o.SubjectUid == filter.Subject)
                    .Where(o => filter.HostingUnit == null || o.HostingUnitUid == filter.HostingUnit);
                if (filter.After is { } after)
                {
                    var last = await db.FindOperationAsync(after, ct);
                    query = query.Where(o => o.CreatedAt < last.CreatedAt || (o.CreatedAt == last.CreatedAt && o.Id.CompareTo(last.Id) < 0));
                }

                return await view.OfAsync(db, await query.OrderByDescending(o => o.CreatedAt).ThenByDescending(o => o.Id).Take(limit).ToListAsync(ct), ct);
            },
            ct);
}
