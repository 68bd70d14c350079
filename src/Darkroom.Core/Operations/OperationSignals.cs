using System.Collections.Concurrent;

namespace Darkroom.Core.Operations;

/// <summary>Wakes those who follow an operation in this process. The log table is the truth; a signal only says "look again".</summary>
public sealed class OperationSignals
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _waiters = new();

    /// <summary>Completes at the next commit that touches the operation; take it before reading the table.</summary>
    public Task NextChangeOf(Guid operationId) =>
        _waiters.GetOrAdd(operationId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Changed(Guid operationId)
    {
        if (_waiters.TryRemove(operationId, out var waiter))
        {
            waiter.SetResult();
        }
    }
}
