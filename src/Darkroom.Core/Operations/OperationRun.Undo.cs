using Darkroom.Contracts;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Clouds;
using Darkroom.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Darkroom.Core.Operations;

/// <summary>Backward: undoing, and what follows it.</summary>
public sealed partial class OperationRun
{
    private static readonly TimeSpan UndoDeadline = TimeSpan.FromMinutes(10);

    private async Task<Advance> EndHoldAsync(CancellationToken ct)
    {
        await CommitAsync(
            row =>
            {
                row.State = OperationState.Undoing;
                row.HeldUntil = null;
                (row.UndoFrom, row.AfterUndo) = (0, AfterUndo.EndFailed);
            },
            [Event(OperationEventKind.HoldChanged, "The hold time is over.")],
            null,
            ct);
        return Advance.Again;
    }

    private async Task<Advance> UndoStepAsync(Step step, StepRecord record, CancellationToken ct)
    {
        if (step.Undo is not null && record.State != StepState.Undoing)
        {
            await CommitAsync(
                row => row.CurrentStep = step.Name,
                [Event(OperationEventKind.UndoStarted, "Taking it back.", step.Name, record.Attempt)],
                null,
                ct);
            record = _steps[_definition.IndexOf(step.Name)];
        }

        if (step.Undo is not null)
        {
            using var span = OperationTelemetry.StartStep(Row, step.Name + ".Undo");
            var left = record.UndoStartedAt + UndoDeadline - Now;
            try
            {
                await step.Undo(new StepContext(this, record, ct));
            }
            catch (CloudException e) when (e.IsTransient && left >= TimeSpan.Zero)
            {
                await WriteCallsAsync(ct);
                return Advance.After(Pause(step.Name, e, left.Value));
            }
            catch (Exception e) when (DatabaseFault.Is(e))
            {
                _runs.Log.LogWarning(e, "Operation {OperationId}: the database failed while {Step} was taken back; it is tried again", OperationId, step.Name);
                Refresh();
                return Advance.After(Backoff(step.Name));
            }
            catch (Exception e) when (e is not OperationCanceledException and not StaleRunException)
            {
                ct.ThrowIfCancellationRequested();
                _runs.Log.LogError(e, "Operation {OperationId}: {Step} could not be taken back", OperationId, step.Name);
                var error = OperationErrors.UndoIncomplete.With(PlainWords.Of(step.Name), e.Message);
                await CommitAsync(
                    _ => { }, [Event(OperationEventKind.UndoFailed, error.Message, step.Name, record.Attempt, error: error)], null, ct);
                return Advance.Again;
            }
        }

        _transientFailures.Remove(step.Name);
        var message = step.Undo is null ? "Has left nothing to take back." : "Taken back.";
        await CommitAsync(_ => { }, [Event(OperationEventKind.UndoFinished, message, step.Name, record.Attempt)], null, ct);
        return Advance.Again;
    }

    private async Task<Advance> FinishUndoAsync(bool stuck, CancellationToken ct)
    {
        if (stuck)
        {
            return await EndAsync(OperationState.Stuck, "Stuck: something could not be taken back.", ct);
        }

        switch (Row.AfterUndo)
        {
            case AfterUndo.RunAgain:
                await CommitAsync(
                    row =>
                    {
                        row.State = OperationState.Running;
                        row.Attempt++;
                    },
                    [],
                    null,
                    ct);
                return Advance.Again;
            case AfterUndo.EndCanceled:
                return await EndAsync(OperationState.Canceled, "Cancelled and taken back.", ct);
            default:
                return await EndAsync(OperationState.Failed, "Failed and taken back.", ct);
        }
    }

    private async Task<Advance> EndAsync(OperationState state, string message, CancellationToken ct)
    {
        var left = _steps.Where(step => step.State == StepState.UndoFailed).Select(step => PlainWords.Of(step.Name));
        var incomplete = OperationErrors.UndoIncomplete.With(string.Join(", ", left), message);
        await CommitAsync(
            row =>
            {
                row.State = state;
                row.CurrentStep = null;
                row.HeldUntil = null;
                row.FinishedAt ??= Now;
                row.Error ??= incomplete.ToDto();
            },
            [Event(OperationEventKind.Ended, message)],
            (db, row) => state == OperationState.Canceled ? _definition.OnCanceledAsync(db, row) : _definition.OnUnfinishedAsync(db, row),
            ct);
        return Advance.Rest;
    }
}
