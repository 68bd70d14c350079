using Darkroom.Core.Clouds;
using Darkroom.Core.Time;
using Microsoft.Extensions.Hosting;

namespace Darkroom.Runtime.Accounts;

/// <summary>
/// The single place in the cluster that spends an account's budgets and reads its watched instances: a thousand waiting
/// preparations cost one describe call an interval, not a thousand.
/// </summary>
internal sealed class AccountGrain(IRateLimits limits, InstanceReader reader, Clock clock, IHostApplicationLifetime host) : Grain, IAccountGrain
{
    private readonly TokenBuckets _buckets = new(limits);
    private readonly InstanceWatch _watch = new();
    private IGrainTimer? _loop;

    public Task<TimeSpan> Draw(string api)
    {
        var wait = _buckets.Draw(api, clock.Now);
        AccountTelemetry.Drawn(AccountKey.Parse(this.GetPrimaryKeyString()), api, _buckets.Left(api));
        return Task.FromResult(wait);
    }

    public Task<double> Empty(string api)
    {
        _buckets.Empty(api, clock.Now);
        return Task.FromResult(_buckets.Left(api));
    }

    public Task<WatchedInstance?> Watch(Guid connectionUid, string instanceId)
    {
        var known = _watch.Ask(connectionUid, instanceId, clock.Now);
        _loop ??= this.RegisterGrainTimer(
            ReadAsync, new GrainTimerCreationOptions { DueTime = TimeSpan.Zero, Period = Timeout.InfiniteTimeSpan, Interleave = true, KeepAlive = true });
        return Task.FromResult(known);
    }

    private async Task ReadAsync(CancellationToken ending)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ending, host.ApplicationStopping);
        var stopping = stop.Token;
        try
        {
            while (!stopping.IsCancellationRequested && _watch.ForgetUnasked(clock.Now))
            {
                foreach (var (connection, instances) in _watch.ByConnection())
                {
                    _watch.Learn(instances, await reader.ReadAsync(connection, instances, stopping));
                }

                await clock.Delay(InstanceWatch.Interval, stopping);
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
}
