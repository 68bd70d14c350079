using System.Diagnostics;
using Darkroom.Contracts;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.Storage;
using Microsoft.Extensions.Logging;

namespace Darkroom.Core.Operations;

/// <summary>Forward: beginning, steps, success, failure.</summary>
public sealed partial class OperationRun
{
    private static readonly TimeSpan WatchedCallsInterval = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan CallsInterval = TimeSpan.FromMinutes(5);

    private async Task<Advance> BeginAsync(CancellationToken ct)
    {
        await CommitAsync(
            row =>
            {
                row.State = OperationState.Running;
                row.StartedAt = Now;
            },
            [],
            null,
            ct);
        OperationTelemetry.Began(Row, Now);
        return Advance.Again;
    }

    private async Task<Advance> RunStepAsync(Step step, StepRecord record, CancellationToken ct)
    {
        if (record.State != StepState.Running)
        {
            await CommitAsync(
                row => row.CurrentStep = step.Name, [Event(OperationEventKind.StepStarted, "Begun.", step.Name)], null, ct);
            record = _steps[_definition.IndexOf(step.Name)];
        }

        var context = new StepContext(this, record, ct);
        using var span = OperationTelemetry.StartStep(Row, step.Name);

        // A slow look takes nothing from the step's time: one that begins after its end is the last.
        var spent = Now - context.WaitingSince;
        try
        {
            switch (await step.Do(context))
            {
                case StepResult.Completed done:
                    await CompleteAsync(step, done, ct);
                    return Advance.Again;
                case StepResult.Waiting when spent > step.Deadline(context):
                    return await FailAsync(step, [Overdue(step, context, null)], null, ct);
                case StepResult.Waiting waiting:
                    await WriteCallsAsync(ct);
                    return Advance.After(waiting.Delay);
                case StepResult.Failure failure:
                    return await FailAsync(step, failure.Errors, failure.Apply, ct, failure.Output);
                default:
                    throw new UnreachableException();
            }
        }
        catch (CloudException e) when (e.IsTransient)
        {
            var left = step.Deadline(context) - spent;
            return left < TimeSpan.Zero ? await FailAsync(step, [Overdue(step, context, e.Error)], null, ct) : await DelayAsync(step, e, left, ct);
        }
        catch (CloudException e)
        {
            return await FailAsync(step, [e.Error], null, ct);
        }
        catch (DarkroomException e)
        {
            return await FailAsync(step, e.Errors, null, ct);
        }
        catch (Exception e) when (DatabaseFault.Is(e))
        {
            _runs.Log.LogWarning(e, "Operation {OperationId}: the database failed in {Step}; it is tried again", OperationId, step.Name);
            Refresh();
            return spent > step.Deadline(context) ? await FailAfterReloadAsync(step, e, ct) : Advance.After(Backoff(step.Name));
        }
        catch (Exception e) when (e is not OperationCanceledException and not StaleRunException)
        {
            // What breaks in a process that is being stopped says nothing of the step; the next run begins it again.
            ct.ThrowIfCancellationRequested();
            _runs.Log.LogError(e, "Operation {OperationId}: {Step} failed unexpectedly", OperationId, step.Name);
            return await FailAsync(step, [OperationErrors.Unexpected.With(PlainWords.Of(step.Name), e.Message)], null, ct);
        }
    }

    /// <summary>A step that waits or tries again commits nothing, and may for hours: its calls are written by themselves, sooner while somebody looks on.</summary>
    private async Task WriteCallsAsync(CancellationToken ct)
    {
        if (!_calls.IsEmpty && Now - _callsWrittenAt >= (IsWatched ? WatchedCallsInterval : CallsInterval))
        {
            await CommitAsync(_ => { }, [], null, ct);
        }
    }

    private async Task CompleteAsync(Step step, StepResult.Completed done, CancellationToken ct)
    {
        _transientFailures.Remove(step.Name);
        var progress = ProgressAfter(step);
        var payload = done.Output is null ? null : StoredJson.Write(done.Output);
        List<OperationEvent> events = [Event(OperationEventKind.StepSucceeded, "Done.", step.Name, payload: payload, progress: progress)];
        var last = step.Name == _definition.Steps[^1].Name;
        if (last)
        {
            events.Add(Event(OperationEventKind.Ended, "Succeeded.", progress: progress));
        }

        await CommitAsync(
            row =>
            {
                row.Progress = progress;
                if (last)
                {
                    Succeed(row);
                }
            },
            events,
            done.Apply is { } apply ? (db, _) => apply(db) : null,
            ct);
        OperationTelemetry.StepEnded(Row, _steps[_definition.IndexOf(step.Name)], "ok", Now);
    }

    /// <summary>In the commit of the last step: between the two a cancel would take back what is already published.</summary>
    private void Succeed(Operation row)
    {
        row.State = OperationState.Succeeded;
        row.CurrentStep = null;
        row.Error = null;
        row.FinishedAt = Now;
    }

    private async Task<Advance> FailAsync(Step step, IReadOnlyList<Error> errors, Func<DarkroomDb, Task>? apply, CancellationToken ct, object? output = null)
    {
        var hold = Row.HoldSeconds;
        var heldUntil = hold is { } seconds ? Now.AddSeconds(seconds) : (DateTimeOffset?)null;
        var payload = output is null ? null : StoredJson.Write(output);
        List<OperationEvent> events = [Event(OperationEventKind.StepFailed, errors[0].Message, step.Name, payload: payload, error: errors[0])];
        if (hold != 0)
        {
            events.Add(Event(OperationEventKind.Held, heldUntil is { } until ? $"Held until {until:u}." : "Held without end."));
        }

        await CommitAsync(
            row =>
            {
                row.Error = errors[0].ToDto();
                row.TaskState = errors[0].Definition.TaskState;
                row.State = hold == 0 ? OperationState.Undoing : OperationState.Held;
                row.HeldUntil = hold == 0 ? null : heldUntil;
                row.FinishedAt = hold == 0 ? null : Now;
                (row.UndoFrom, row.AfterUndo) = (0, AfterUndo.EndFailed);
            },
            events,
            async (db, row) =>
            {
                if (apply is not null)
                {
                    await apply(db);
                }

                await _definition.OnFailedAsync(db, row, errors);
            },
            ct);
        OperationTelemetry.StepEnded(Row, _steps[_definition.IndexOf(step.Name)], errors[0].Code, Now);
        return Advance.Again;
    }

    /// <summary>A database that refuses a step's write for as long as the step may take is told as the step's failure.</summary>
    private async Task<Advance> FailAfterReloadAsync(Step step, Exception e, CancellationToken ct) =>
        await LoadAsync(ct) ? await FailAsync(step, [OperationErrors.Unexpected.With(PlainWords.Of(step.Name), e.Message)], null, ct) : Advance.Rest;

    private async Task<Advance> DelayAsync(Step step, CloudException e, TimeSpan left, CancellationToken ct)
    {
        var first = !_transientFailures.ContainsKey(step.Name);
        var pause = Pause(step.Name, e, left);
        if (first)
        {
            await CommitAsync(_ => { }, [Event(OperationEventKind.StepDelayed, e.Error.Message, step.Name, error: e.Error)], null, ct);
        }
        else
        {
            await WriteCallsAsync(ct);
        }

        return Advance.After(pause);
    }

    /// <summary>Follows the cloud's hint as far as there is time left: at its end comes a last try.</summary>
    private TimeSpan Pause(string step, CloudException e, TimeSpan left)
    {
        var backoff = Backoff(step);
        return e.RetryAfter is { } told && told > backoff ? TimeSpan.FromTicks(Math.Min(told.Ticks, Math.Max(backoff.Ticks, left.Ticks))) : backoff;
    }

    /// <summary>1, 2, 4 … 30 s, each somewhere between its half and its whole, so that many operations don't come back together.</summary>
    private TimeSpan Backoff(string step)
    {
        var failures = _transientFailures[step] = _transientFailures.GetValueOrDefault(step) + 1;
        return TimeSpan.FromSeconds(Math.Min(30, Math.Pow(2, failures - 1)) * (0.5 + Random.Shared.NextDouble() / 2));
    }

    private static Error Overdue(Step step, StepContext context, Error? last) =>
        step.DeadlineError.With(PlainWords.Of(step.Name), (int)step.Deadline(context).TotalMinutes) with { Detail = last is null ? null : $"{last.Message} {last.Detail}".Trim() };

    private int ProgressAfter(Step step)
    {
        var done = _definition.IndexOf(step.Name);
        var total = _definition.Steps.Sum(s => s.Weight);
        return 100 * _definition.Steps.Take(done + 1).Sum(s => s.Weight) / total;
    }
}
