using Darkroom.Contracts.Operations;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Operations.CloudCalls;

/// <summary>
/// Lists the calls to the cloud that an operation made, the newest first unless asked for another order. States of watched instances are read for all
/// operations of an account together, and are nobody's.
/// </summary>
public sealed class ListOperationCloudCalls(UseCaseRunner runner) : IUseCase
{
    private static readonly Listing<OperationCloudCall> Listing = new Listing<OperationCloudCall>(call => call.Sequence, "-sequence")
        .By("sequence", call => call.Sequence)
        .By("action", call => call.Action)
        .By("times", call => call.Times);

    public static Permission Permission => Permission.Read;

    /// <exception cref="Errors.DarkroomException">OperationNotFound, ValueOutOfRange, InvalidRequest.</exception>
    public Task<Page<OperationCloudCallDto>> HandleAsync(Caller caller, Guid operationId, ListRequest request, CancellationToken ct) =>
        runner.ReadAsync<ListOperationCloudCalls, Page<OperationCloudCallDto>>(caller, async db =>
        {
            await db.FindOperationAsync(operationId, ct);
            return await Listing.PageAsync(
                db.OperationCloudCalls.Where(call => call.OperationId == operationId),
                request,
                rows => Task.FromResult<IReadOnlyList<OperationCloudCallDto>>([.. rows.Select(ToDto)]),
                ct);
        }, ct);

    private static OperationCloudCallDto ToDto(OperationCloudCall call)
    {
        var at = call.Action.IndexOf(':', StringComparison.Ordinal);
        return new OperationCloudCallDto
        {
            Sequence = call.Sequence,
            Service = at < 0 ? "" : call.Action[..at],
            Action = call.Action[(at + 1)..],
            Step = call.Step,
            Attempt = call.Attempt,
            IsDryRun = call.IsDryRun,
            Failure = call.Failure,
            FirstAt = call.FirstAt,
            LastAt = call.LastAt,
            Times = call.Times,
            LastTookMilliseconds = call.LastTookMilliseconds,
            LastRequestId = call.LastRequestId,
        };
    }
}
