using Darkroom.Core.Clouds;
using Darkroom.Core.Time;

namespace Darkroom.Runtime.Accounts;

/// <summary>Budgets and watches belong to the account's grain; kept answers to this process, where a read costs no copy.</summary>
internal sealed class OrleansAccounts(IGrainFactory grains, AnswerCache answers, Clock clock) : IAccounts
{
    public async Task DrawAsync(AccountKey account, string api, CancellationToken ct)
    {
        var wait = await grains.GetGrain<IAccountGrain>(account.ToString()).Draw(api);
        if (wait > TimeSpan.Zero)
        {
            await clock.Delay(wait, ct);
        }
    }

    public async Task<InstanceStatus?> WatchInstanceAsync(CloudAccess access, string instanceId, CancellationToken ct) =>
        (await grains.GetGrain<IAccountGrain>(access.Account.ToString()).Watch(access.ConnectionUid, instanceId))?.ToStatus();

    public Task<T> CachedAsync<T>(AccountKey account, string key, TimeSpan maxAge, Func<CancellationToken, Task<T>> read, CancellationToken ct) =>
        answers.GetAsync(account, key, maxAge, read, ct);
}
