using Darkroom.Core.Access;
using Darkroom.Core.Operations.Sweep;
using Darkroom.Core.Time;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Darkroom.Runtime.Operations;

/// <summary>Sweeps all accounts every ten minutes; a twin in another silo only finds less to do. What it removes is audited as Darkroom's own doing.</summary>
internal sealed class SweepService(RunSweep sweep, Clock clock, ILogger<SweepService> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await clock.Delay(Interval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            try
            {
                foreach (var report in (await sweep.HandleAsync(Caller.System, stoppingToken)).Where(r => r.Removed.Count + r.Reported.Count > 0))
                {
                    log.LogInformation(
                        "Swept {Account}/{Region}: {Removed} removed, {Reported} reported", report.AccountId, report.Region, report.Removed.Count, report.Reported.Count);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(e, "The sweep failed; the next one is in {Interval}", Interval);
            }
        }
    }
}
