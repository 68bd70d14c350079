using Darkroom.Contracts.Operations;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Operations;

/// <summary>Which operations to list; a null member doesn't narrow.</summary>
/// <param name="Active">True: still at work. False: ended, or held, which is an end to everybody outside.</param>
/// <param name="Ended">True: only what has ended for good, well, badly or stuck. False: only what hasn't, the held ones among it.</param>
public sealed record OperationFilter(
    OperationState? State = null, string? Kind = null, Guid? Subject = null, Guid? HostingUnit = null, string? TaskType = null, bool? Active = null,
    bool? Ended = null);

/// <summary>Lists operations, the newest first unless asked for another order.</summary>
public sealed class ListOperations(UseCaseRunner runner, OperationView view, OperationRuns runs) : IUseCase
{
    private static readonly Listing<Operation> Listing = new Listing<Operation>(o => o.Id, "-createdAt")
        .By("createdAt", o => o.CreatedAt)
        .By("lastUpdateAt", o => o.UpdatedAt)
        .By("kind", o => o.Kind)
        .By("title", o => o.Title);

    private static readonly OperationState[] ActiveStates = [OperationState.Pending, OperationState.Running, OperationState.Undoing];

    private static readonly OperationState[] EndStates = [.. Enum.GetValues<OperationState>().Where(Operation.HasEnded)];

    private const int LongestKind = 100;

    public static Permission Permission => Permission.Read;

    /// <exception cref="Errors.DarkroomException">ValueOutOfRange, InvalidRequest.</exception>
    public Task<Page<OperationDto>> HandleAsync(Caller caller, OperationFilter filter, ListRequest request, CancellationToken ct) =>
        runner.ReadAsync<ListOperations, Page<OperationDto>>(
            caller,
            db =>
            {
                var kind = Input.OptionalText(filter.Kind, "kind", LongestKind);
                var kinds = Input.OptionalText(filter.TaskType, "taskType", LongestKind) is { } type ? runs.KindsOf(type) : null;
                return Listing.PageAsync(
                db.Operations
                    .Where(o => o.RemovedAt == null)
                    .Where(o => filter.State == null || o.State == filter.State)
                    .Where(o => kind == null || o.Kind == kind)
                    .Where(o => kinds == null || kinds.Contains(o.Kind))
                    .Where(o => filter.Active == null || ActiveStates.Contains(o.State) == filter.Active)
                    .Where(o => filter.Ended == null || EndStates.Contains(o.State) == filter.Ended)
                    .Where(o => filter.Subject == null || o.SubjectUid == filter.Subject)
                    .Where(o => filter.HostingUnit == null || o.HostingUnitUid == filter.HostingUnit),
                request,
                rows => view.OfAsync(db, rows, ct),
                ct);
            },
            ct);
}
