using Darkroom.Core.Clouds;
using Darkroom.Core.Storage;

namespace Darkroom.Core.Operations;

/// <summary>What a step's Do or Undo works with. Every write and every cloud call through it is fenced.</summary>
public sealed class StepContext
{
    private readonly OperationRun _run;
    private readonly StepRecord _record;

    internal StepContext(OperationRun run, StepRecord record, CancellationToken cancel)
    {
        _run = run;
        _record = record;
        Cancel = cancel;
    }

    public CancellationToken Cancel { get; }

    public Guid OperationId => _run.OperationId;

    /// <summary>The attempt this step was started under.</summary>
    public int Attempt => _record.Attempt;

    public DateTimeOffset Now => _run.Now;

    /// <summary>When the step began, or this host if that was later: no step is blamed for the time that nobody ran it.</summary>
    public DateTimeOffset WaitingSince => _record.StartedAt is { } started && started > _run.BeganAt ? started : _run.BeganAt;

    /// <summary>Name, tag and token of what this step makes.</summary>
    public string StepReference => Reference.Of(OperationId, _record.Name, Attempt);

    public ICloud Cloud => _run.Cloud;

    public IAccounts Accounts => _run.Accounts;

    /// <summary>Access to the operation's connection.</summary>
    public CloudAccess Access => _run.Access;

    /// <summary>Somebody follows the operation right now.</summary>
    public bool IsWatched => _run.IsWatched;

    public T Input<T>() => StoredJson.Read<T>(_run.Input);

    /// <summary>Output of a step that is done.</summary>
    public T Output<T>(string step) => StoredJson.Read<T>(_run.OutputOf(step)
        ?? throw new InvalidOperationException($"Step {step} has no output."));

    /// <summary>In Undo: this step's output, or null when nobody knows whether it happened.</summary>
    public T? OwnOutput<T>()
        where T : class => _record.Output is { } json ? StoredJson.Read<T>(json) : null;

    /// <summary>Something kept between the calls of a waiting step; a crash loses it.</summary>
    public T Scratch<T>()
        where T : class, new() => _run.Scratch<T>(_record.Name);

    /// <summary>
    /// Commits the intent to make a resource, before it is made. False when it was there already: then an earlier call may have made it.
    /// </summary>
    public Task<bool> IntendAsync(OwnedResourceKind kind, string? reference = null) => _run.IntendAsync(kind, _record.Name, reference ?? StepReference, Cancel);

    /// <summary>Commits that an intent's fate is known; one that was never written, or is settled, stays as it is.</summary>
    public Task SettleAsync(string reference, string? resourceId) => _run.SettleAsync(reference, resourceId, Cancel);

    /// <summary>Writes lines into the log for those who watch, in one commit; each with the values that its sentence is made of.</summary>
    public Task ReportAsync(IEnumerable<(string Message, object Values)> news) => _run.ReportAsync(_record, news, Cancel);

    public Task<T> ReadAsync<T>(Func<DarkroomDb, Task<T>> read) => _run.ReadAsync(read, Cancel);
}
