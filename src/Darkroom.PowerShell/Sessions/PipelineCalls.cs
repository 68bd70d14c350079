using System.Management.Automation;

namespace Darkroom.PowerShell.Sessions;

/// <summary>Asynchronous calls that a pipeline waits for on its own thread. Stopping the pipeline cancels the one that runs.</summary>
public sealed class PipelineCalls : IDisposable
{
    private readonly CancellationTokenSource _stopped = new();

    /// <summary>Runs a call to its end.</summary>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped meanwhile.</exception>
    public T Run<T>(Func<CancellationToken, Task<T>> call)
    {
        try
        {
            // On the pool, so that a host whose pipeline thread has a synchronisation context can't deadlock with us.
            return Task.Run(() => call(_stopped.Token)).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (_stopped.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Runs a call to its end.</summary>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped meanwhile.</exception>
    public void Run(Func<CancellationToken, Task> call) => Run(async ct =>
    {
        await call(ct).ConfigureAwait(false);
        return true;
    });

    /// <summary>Goes through what a call yields, as it comes.</summary>
    /// <exception cref="PipelineStoppedException">The pipeline was stopped meanwhile.</exception>
    public IEnumerable<T> Each<T>(Func<CancellationToken, IAsyncEnumerable<T>> call)
    {
        var items = call(_stopped.Token).GetAsyncEnumerator(_stopped.Token);
        try
        {
            while (Run(_ => items.MoveNextAsync().AsTask()))
            {
                yield return items.Current;
            }
        }
        finally
        {
            Task.Run(() => items.DisposeAsync().AsTask()).GetAwaiter().GetResult();
        }
    }

    /// <summary>Called from another thread than the pipeline's.</summary>
    public void Stop()
    {
        try
        {
            _stopped.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The pipeline ended by itself at the same moment.
        }
    }

    public void Dispose() => _stopped.Dispose();
}
