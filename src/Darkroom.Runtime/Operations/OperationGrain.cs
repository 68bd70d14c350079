using Darkroom.Core.Operations;
using Darkroom.Core.Time;
using Microsoft.Extensions.Hosting;

namespace Darkroom.Runtime.Operations;

/// <summary>
/// Drives an operation's run. The loop is a timer's callback, because a grain call has to return within 30 s and a
/// preparation takes an hour; KeepAlive keeps the activation while it runs. Its waits are on Darkroom's clock.
/// </summary>
internal sealed class OperationGrain(OperationRuns runs, Clock clock, IHostApplicationLifetime host) : Grain, IOperationGrain
{
    private OperationRun? _run;
    private IGrainTimer? _loop;
    private TaskCompletionSource _wake = NewWake();

    public Task EnsureRunning()
    {
        if (_loop is not null)
        {
            _wake.TrySetResult();
        }

        return EnsureStarted();
    }

    public Task EnsureStarted()
    {
        if (_loop is null)
        {
            _run = runs.For(this.GetPrimaryKey());
            _loop = this.RegisterGrainTimer(
                RunAsync, new GrainTimerCreationOptions { DueTime = TimeSpan.Zero, Period = Timeout.InfiniteTimeSpan, Interleave = true, KeepAlive = true });
        }
        return Task.CompletedTask;
    }

    private async Task RunAsync(CancellationToken ending)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ending, host.ApplicationStopping);
        var stopping = stop.Token;
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                var advance = await _run!.AdvanceAsync(stopping);
                if (_wake.Task.IsCompleted)
                {
                    _wake = NewWake();
                    _run.Refresh();
                }
                else if (advance.Wait is not { } wait)
                {
                    return;
                }
                else if (wait > TimeSpan.Zero)
                {
                    await WaitAsync(wait, stopping);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
        finally
        {
            _loop?.Dispose();
            _loop = null;
        }
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken stopping)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAny(clock.Delay(wait, cancel.Token), _wake.Task);
        await cancel.CancelAsync();
    }

    private static TaskCompletionSource NewWake() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
