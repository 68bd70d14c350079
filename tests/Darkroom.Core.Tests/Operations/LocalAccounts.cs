using Darkroom.Core.Clouds;

namespace Darkroom.Core.Tests.Operations;

/// <summary>Accounts without a cluster: reads an instance whenever it is asked for, limits nothing.</summary>
internal sealed class LocalAccounts(Lazy<ICloud> cloud, AnswerCache answers) : IAccounts
{
    public Task DrawAsync(AccountKey account, string api, CancellationToken ct) => Task.CompletedTask;

    public Task EmptyAsync(AccountKey account, string api, CancellationToken ct) => Task.CompletedTask;

    public async Task<InstanceStatus?> WatchInstanceAsync(CloudAccess access, string instanceId, CancellationToken ct) =>
        (await cloud.Value.DescribeInstancesAsync(access, [instanceId], ct)).GetValueOrDefault(instanceId);

    public Task<T> CachedAsync<T>(AccountKey account, string key, TimeSpan maxAge, Func<CancellationToken, Task<T>> read, CancellationToken ct) =>
        answers.GetAsync(account, key, maxAge, read, ct);
}
