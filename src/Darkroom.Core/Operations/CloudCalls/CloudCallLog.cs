using Darkroom.Core.Clouds;
using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Operations.CloudCalls;

/// <summary>
/// The calls of one run, kept until a commit of the run takes them along: none is worth a transaction of its own. What a crash finds here is lost with
/// the step that made it, which runs again.
/// </summary>
internal sealed class CloudCallLog(Guid operationId)
{
    /// <summary>Rows of one operation; beyond them the oldest go.</summary>
    public const int MostRows = 1000;

    private readonly Lock _gate = new();
    private List<OperationCloudCall> _waiting = [];
    private OperationCloudCall? _newest;
    private int? _rows;

    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count == 0;
            }
        }
    }

    public void Add(string? step, int attempt, CloudCall call)
    {
        var made = new OperationCloudCall
        {
            OperationId = operationId,
            Step = step,
            Attempt = attempt,
            Action = call.Action,
            IsDryRun = call.IsDryRun,
            Failure = call.Failure is { } failure ? failure.CloudCode ?? failure.Error.Code : null,
            FirstAt = call.At,
            LastAt = call.At,
            Times = 1,
            LastTookMilliseconds = call.Took.TotalMilliseconds,
            LastRequestId = call.RequestId,
        };
        lock (_gate)
        {
            if (_waiting is [.., var last] && last.IsFollowedBy(made))
            {
                _waiting[^1] = last.With(made);
            }
            else
            {
                _waiting.Add(made);
            }
        }
    }

    /// <summary>What waits to be written, for one commit; until that has ended, as <see cref="Written"/> or <see cref="PutBack"/>, no other is taken.</summary>
    public Batch Take()
    {
        lock (_gate)
        {
            var calls = _waiting;
            _waiting = [];
            var goesOn = calls.Count > 0 && _newest?.IsFollowedBy(calls[0]) == true;
            return new Batch(operationId, calls, goesOn ? _newest : null, _rows);
        }
    }

    public void Written(Batch batch)
    {
        _newest = batch.Newest ?? _newest;
        _rows = batch.Rows ?? _rows;
    }

    public void PutBack(Batch batch)
    {
        lock (_gate)
        {
            _waiting.InsertRange(0, batch.Calls);
        }
    }

    /// <summary>What one commit takes along.</summary>
    /// <param name="calls">The calls.</param>
    /// <param name="before">The newest row, where the first of them goes on with it.</param>
    /// <param name="rows">How many the operation has so far; null when that isn't known.</param>
    internal sealed class Batch(Guid operationId, IReadOnlyList<OperationCloudCall> calls, OperationCloudCall? before, int? rows)
    {
        public IReadOnlyList<OperationCloudCall> Calls => calls;

        /// <summary>The newest row, and how many there are, once it is written; null while nothing was.</summary>
        public OperationCloudCall? Newest { get; private set; }

        public int? Rows { get; private set; }

        public async Task WriteAsync(DarkroomDb db, CancellationToken ct)
        {
            if (calls.Count == 0)
            {
                return;
            }

            if (before is not null)
            {
                Newest = before.With(calls[0]);
                db.OperationCloudCalls.Update(Newest);
            }

            // Rows of their own: those that a failed commit has given numbers to must not be added again.
            List<OperationCloudCall> fresh = [.. calls.Skip(before is null ? 0 : 1).Select(call => call with { })];
            var kept = rows ?? await db.OperationCloudCalls.CountAsync(call => call.OperationId == operationId, ct);
            var over = kept + fresh.Count - MostRows;
            if (over > 0)
            {
                await db.OperationCloudCalls.Where(call => call.OperationId == operationId).OrderBy(call => call.Sequence).Take(over).ExecuteDeleteAsync(ct);
            }

            db.OperationCloudCalls.AddRange(fresh);
            Newest = fresh is [.., var last] ? last : Newest;
            Rows = Math.Min(kept + fresh.Count, MostRows);
        }
    }
}
