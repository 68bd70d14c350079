using Darkroom.Contracts.Operations;
using Darkroom.Core.Access;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.Operations;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Preparation.Console;

/// <summary>
/// Shows what a preparation instance has printed: from the instance itself until it is known to be gone, else what the operation has kept of it. Nothing is written;
/// why a reader may is in docs/decisions/console-text.md.
/// </summary>
public sealed class GetOperationConsole(UseCaseRunner runner, OperationRuns runs, CloudAccessFactory access, RecentConsoles consoles) : IUseCase
{
    public static Permission Permission => Permission.Read;

    /// <exception cref="DarkroomException">OperationNotFound, ConsoleNotThere, HypervisorInMaintenanceMode, or what the cloud said.</exception>
    public Task<OperationConsoleDto> HandleAsync(Caller caller, Guid operationId, CancellationToken ct) =>
        runner.ReadAsync<GetOperationConsole, OperationConsoleDto>(caller, async db =>
        {
            var operation = await db.FindOperationAsync(operationId, ct);
            if (operation.Kind != ImagePreparation.OperationKind)
            {
                throw PreparationErrors.ConsoleNotThere.Raise(operation.Id, "it is no preparation, and starts no instance");
            }

            var events = await db.OperationEvents.Where(e => e.OperationId == operationId && e.Step != null).OrderBy(e => e.Sequence).ToListAsync(ct);
            var steps = OperationLog.Fold(runs.Definition(operation.Kind).Steps, events).ToDictionary(step => step.Name);
            var starting = steps[PreparationInstanceSteps.Starting];
            if (starting.Output is not { } output)
            {
                throw PreparationErrors.ConsoleNotThere.Raise(operation.Id, "its preparation instance hasn't been started");
            }

            var instance = StoredJson.Read<StartedInstance>(output).InstanceId;
            var kept = Kept(events, steps[GuestSteps.Awaiting], instance);
            return (starting.State == StepState.Undone || steps[PreparationInstanceSteps.Releasing].State == StepState.Succeeded ? null : await LiveAsync(db, operation, instance, ct))
                ?? kept
                ?? throw PreparationErrors.ConsoleNotThere.Raise(operation.Id, "its preparation instance is gone, and nothing was kept of what it printed");
        }, ct);

    /// <summary>Null when the cloud doesn't know the instance any more.</summary>
    private async Task<OperationConsoleDto?> LiveAsync(DarkroomDb db, Operation operation, string instance, CancellationToken ct)
    {
        var connection = await db.Connections.SingleAsync(c => c.Uid == operation.ConnectionUid, ct);
        ConnectionIsNotInMaintenance.Check(connection);
        try
        {
            var (text, at) = await consoles.ReadAsync(access.For(connection), instance, ct);
            return new OperationConsoleDto { InstanceId = instance, Text = text, IsLive = true, ReadAt = at };
        }
        catch (CloudException e) when (e.Error.Code == CloudErrors.NotVisibleYet.Code)
        {
            return null;
        }
        catch (CloudException e)
        {
            throw new DarkroomException(e.Error, e);
        }
    }

    /// <summary>Null when nothing was kept.</summary>
    private static OperationConsoleDto? Kept(IEnumerable<OperationEvent> events, StepRecord awaiting, string instance) => awaiting.Output is { } output
        ? new OperationConsoleDto
        {
            InstanceId = instance,
            Text = StoredJson.Read<GuestConsole>(output).ConsoleTail,
            IsLive = false,
            ReadAt = events.Last(e => e.Step == awaiting.Name && e.Payload == output).At,
        }
        : null;
}
