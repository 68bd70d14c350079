using Darkroom.Core.Storage;
using Darkroom.Core.Time;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Darkroom.Runtime.Replies;

/// <summary>Forgets old replies every ten minutes; a twin in another silo only finds none.</summary>
internal sealed class KeptReplyService(KeptReplies replies, Clock clock, ILogger<KeptReplyService> log) : BackgroundService
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
                var forgotten = await replies.ForgetOldAsync(stoppingToken);
                log.LogDebug("Forgot {Count} kept replies", forgotten);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(e, "Old replies could not be forgotten; it is tried again in {Interval}", Interval);
            }
        }
    }
}
