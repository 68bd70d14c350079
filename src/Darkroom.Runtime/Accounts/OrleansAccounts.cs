using Darkroom.Core.Clouds;
using Darkroom.Core.Time;

namespace Darkroom.Runtime.Accounts;

/// <summary>Budgets and watches belong to the account's grain; kept answers to this process, where a read costs no copy.</summary>
internal sealed class OrleansAccounts(IGrainFactory grains, AnswerCache answers, Clock clock) : IAccounts
{
    /// <summary>A minute of pauses, in which a cluster has noticed that a member is gone.</summary>
    private const int Tries = 30;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public async Task DrawAsync(AccountKey account, string api, CancellationToken ct)
    {
        var wait = await AskAsync(account, grain => grain.Draw(api), ct);
        if (wait > TimeSpan.Zero)
        {
            await clock.Delay(wait, ct);
        }
    }

    public Task EmptyAsync(AccountKey account, string api, CancellationToken ct) => AskAsync(account, grain => grain.Empty(api), ct);

    public async Task<InstanceStatus?> WatchInstanceAsync(CloudAccess access, string instanceId, CancellationToken ct) =>
        (await AskAsync(access.Account, grain => grain.Watch(access.ConnectionUid, instanceId), ct))?.ToStatus();

    public Task<T> CachedAsync<T>(AccountKey account, string key, TimeSpan maxAge, Func<CancellationToken, Task<T>> read, CancellationToken ct) =>
        answers.GetAsync(account, key, maxAge, read, ct);

    /// <summary>A grain whose silo has gone is activated elsewhere: a call that the cluster couldn't deliver says nothing about the cloud, and is made again.</summary>
    private async Task<T> AskAsync<T>(AccountKey account, Func<IAccountGrain, Task<T>> ask, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ask(grains.GetGrain<IAccountGrain>(account.ToString()));
            }
            catch (Exception e) when (e is OrleansException or TimeoutException && attempt < Tries)
            {
                await clock.Delay(Pause, ct);
            }
        }
    }
}
