using Darkroom.Contracts.Operations;
using Darkroom.Core.Storage;
using Darkroom.Core.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Darkroom.Runtime.Operations;

/// <summary>
/// Finds operations that should run and nobody runs: after a start, after a silo was lost, after a wake-up that never
/// arrived. The tables are read at start and every few seconds; asking for one that runs already is harmless.
/// </summary>
internal sealed class OperationRecovery(
    IDbContextFactory<DarkroomDb> databases, IGrainFactory grains, Clock clock, ILogger<OperationRecovery> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RecoverAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(e, "Looking for operations to recover failed; it is tried again");
            }

            // Waited for without its exception: a host that fails to start would report it instead of its own.
            await clock.Delay(Interval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task RecoverAsync(CancellationToken ct)
    {
        List<WaitingOperation> waiting;
        var now = clock.Now;
        await using (var db = await databases.CreateDbContextAsync(ct))
        {
            waiting = await db.Operations.AsNoTracking()
                .Where(o => o.State == OperationState.Pending || o.State == OperationState.Running || o.State == OperationState.Undoing
                    || (o.State == OperationState.Held && o.HeldUntil != null && o.HeldUntil <= now))
                .Select(o => new WaitingOperation(o.Id, o.State))
                .ToListAsync(ct);
        }

        foreach (var (id, state) in waiting)
        {
            // A step that waits is left to its own interval; what a command has changed is looked at anew, should its wake-up be lost.
            var grain = grains.GetGrain<IOperationGrain>(id);
            await (state == OperationState.Running ? grain.EnsureStarted() : grain.EnsureRunning());
        }
    }

    private sealed record WaitingOperation(Guid Id, OperationState State);
}
