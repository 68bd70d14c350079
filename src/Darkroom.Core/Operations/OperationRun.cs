using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.Operations.CloudCalls;
using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Operations;

/// <summary>
/// Runs one operation. Not thread-safe: its host lets one call in at a time. What it remembers is a cache of the
/// tables; losing it at any line costs a repeat, never a result.
/// </summary>
public sealed partial class OperationRun
{
    private readonly OperationRuns _runs;
    private readonly Dictionary<string, object> _scratch = [];
    private readonly Dictionary<string, int> _transientFailures = [];
    private readonly CloudCallLog _calls;
    private DateTimeOffset _callsWrittenAt;
    private bool _claimed;
    private Operation? _row;
    private List<OperationEvent> _events = [];
    private OperationDefinition _definition = null!;
    private IReadOnlyList<StepRecord> _steps = [];
    private HypervisorConnection? _connection;
    private CloudAccess? _access;

    internal OperationRun(Guid operationId, OperationRuns runs)
    {
        OperationId = operationId;
        _runs = runs;
        _calls = new CloudCallLog(operationId);
        BeganAt = _callsWrittenAt = runs.Clock.Now;
    }

    internal Guid OperationId { get; }

    internal DateTimeOffset Now => _runs.Clock.Now;

    /// <summary>When this host took the operation over.</summary>
    internal DateTimeOffset BeganAt { get; }

    internal ICloud Cloud => _runs.Cloud;

    internal IAccounts Accounts => _runs.Accounts;

    /// <summary>
    /// Carries the fence to the cloud, so that it is checked before each single call. Opened when a step needs it: a connection that can't be opened
    /// fails the step and not the run. It also notes the calls that are made through it.
    /// </summary>
    internal CloudAccess Access => _access ??= _runs.Access.For(_connection ?? throw new InvalidOperationException($"Operation {OperationId} has no connection.")) with
    {
        BeforeCall = ct => _runs.Store.CheckFenceAsync(OperationId, Row.Version, ct),
        AfterCall = call => _calls.Add(_row?.CurrentStep, _row?.Attempt ?? 0, call),
    };

    internal bool IsWatched => _runs.Signals.IsFollowed(OperationId);

    internal string Input => Row.Input;

    private Operation Row => _row ?? throw new StaleRunException();

    /// <summary>Forgets what it remembers, so that the next advance reads the tables.</summary>
    public void Refresh() => _row = null;

    /// <summary>Carries out one decision.</summary>
    public async Task<Advance> AdvanceAsync(CancellationToken ct)
    {
        try
        {
            if (_row is null && !await LoadAsync(ct))
            {
                return Advance.Rest;
            }

            return OperationPlan.Next(Row, _steps, Now) switch
            {
                Decision.RestUntil held => Advance.After(held.Until - Now),
                Decision.Begin => await BeginAsync(ct),
                Decision.RunStep run => await RunStepAsync(_definition.Steps[run.Index], _steps[run.Index], ct),
                Decision.EndHold => await EndHoldAsync(ct),
                Decision.UndoStep undo => await UndoStepAsync(_definition.Steps[undo.Index], _steps[undo.Index], ct),
                Decision.FinishUndo finish => await FinishUndoAsync(finish.Stuck, ct),
                _ => Advance.Rest,
            };
        }
        catch (StaleRunException)
        {
            Refresh();
            return Advance.Again;
        }
    }

    internal string? OutputOf(string step) => _steps[_definition.IndexOf(step)].Output;

    internal T Scratch<T>(string step)
        where T : class, new()
    {
        var key = $"{step}/{Row.Attempt}";
        if (!_scratch.TryGetValue(key, out var value))
        {
            _scratch[key] = value = new T();
        }

        return (T)value;
    }

    internal Task<T> ReadAsync<T>(Func<DarkroomDb, Task<T>> read, CancellationToken ct) => _runs.Store.ReadAsync(read, ct);

    internal Task ReportAsync(StepRecord step, IEnumerable<(string Message, object Values)> news, CancellationToken ct) => CommitAsync(
        _ => { },
        [
            .. news.Select(line => Event(OperationEventKind.StepProgressed, line.Message, step.Name, step.Attempt, payload: StoredJson.Write(line.Values))),
        ],
        null,
        ct);

    internal async Task<bool> IntendAsync(OwnedResourceKind kind, string step, string reference, CancellationToken ct)
    {
        var isNew = false;
        await CommitAsync(
            _ => { },
            [],
            async (db, row) =>
            {
                isNew = await db.ResourceIntents.FindAsync([reference], ct) is null;
                if (!isNew)
                {
                    return;
                }

                db.ResourceIntents.Add(new ResourceIntent
                {
                    Reference = reference,
                    Kind = kind,
                    OperationId = row.Id,
                    Step = step,
                    ConnectionUid = row.ConnectionUid ?? throw new InvalidOperationException($"Operation {row.Id} has no connection."),
                    CreatedAt = Now,
                });
            },
            ct);
        return isNew;
    }

    internal async Task SettleAsync(string reference, string? resourceId, CancellationToken ct)
    {
        if (await ReadAsync(db => db.ResourceIntents.AnyAsync(i => i.Reference == reference && i.ClosedAt == null, ct), ct))
        {
            await CommitAsync(_ => { }, [], (db, _) => db.SettleAsync(reference, resourceId, Now), ct);
        }
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await _runs.Store.LoadAsync(OperationId, ct) is not { } loaded)
        {
            return false;
        }

        (_row, _events) = (loaded.Row, [.. loaded.Events]);
        _definition = _runs.Definition(Row.Kind);
        _steps = OperationLog.Fold(_definition.Steps, _events);
        _access = null;
        _connection = await ReadAsync(db => db.Connections.SingleOrDefaultAsync(c => c.Uid == Row.ConnectionUid, ct), ct);

        if (!_claimed && !Row.IsEnded)
        {
            // From here on an older activation elsewhere is stale.
            await CommitAsync(_ => { }, [], null, ct);
        }

        _claimed = true;
        return true;
    }

    private async Task CommitAsync(
        Action<Operation> change, IReadOnlyList<OperationEvent> events, Func<DarkroomDb, Operation, Task>? apply, CancellationToken ct)
    {
        var calls = _calls.Take();
        try
        {
            _row = await _runs.Store.CommitAsync(
                OperationId,
                Row.Version,
                change,
                events,
                async (db, row) =>
                {
                    await calls.WriteAsync(db, ct);
                    await (apply?.Invoke(db, row) ?? Task.CompletedTask);
                },
                ct);
        }
        catch
        {
            _calls.PutBack(calls);
            throw;
        }

        _calls.Written(calls);
        _callsWrittenAt = Now;
        if (events.Count > 0)
        {
            _events.AddRange(events);
            _steps = OperationLog.Fold(_definition.Steps, _events);
            _runs.Log.Write(Row, events);
        }
    }

    private OperationEvent Event(OperationEventKind kind, string message, string? step = null, int? attempt = null, string? payload = null, Error? error = null, int? progress = null) => new()
    {
        OperationId = OperationId,
        At = Now,
        Kind = kind,
        Step = step,
        Attempt = attempt ?? Row.Attempt,
        Message = message,
        Progress = progress ?? Row.Progress,
        Payload = payload,
        Error = error?.ToDto(),
    };
}
