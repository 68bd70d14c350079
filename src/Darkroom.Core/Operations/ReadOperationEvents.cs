using Darkroom.Contracts.Operations;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Operations;

/// <summary>A piece of an operation's log.</summary>
/// <param name="Ended">The operation is at rest: nothing follows until somebody asks for something.</param>
public sealed record OperationLogPage(IReadOnlyList<OperationEventDto> Events, bool Ended);

/// <summary>Reads an operation's log from a sequence on.</summary>
public sealed class ReadOperationEvents(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.Read;

    /// <exception cref="Errors.DarkroomException">OperationNotFound.</exception>
    public Task<OperationLogPage> HandleAsync(Caller caller, Guid operationId, long after, int limit, CancellationToken ct) =>
        runner.ReadAsync<ReadOperationEvents, OperationLogPage>(
            caller,
            async db =>
            {
                // The state is read before the log: what ends it is then in the log that follows.
                var operation = await db.FindOperationAsync(operationId, ct);
                var events = await db.OperationEvents.Where(e => e.OperationId == operationId && e.Sequence > after).OrderBy(e => e.Sequence).Take(limit).ToListAsync(ct);
                return new OperationLogPage(
                    [.. events.Select(OperationView.Of)], (operation.IsEnded || operation.State == OperationState.Held) && events.Count < limit);
            },
            ct);
}
