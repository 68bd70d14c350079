using Darkroom.Core.Clouds;
using Darkroom.Core.Time;

namespace Darkroom.Aws.Tests;

/// <summary>An account without limits that keeps answers.</summary>
internal sealed class RememberingAccounts : IAccounts
{
    private readonly AnswerCache answers = new(new Clock(TimeProvider.System));

    public Task DrawAsync(AccountKey account, string api, CancellationToken ct) => Task.CompletedTask;

    public Task EmptyAsync(AccountKey account, string api, CancellationToken ct) => Task.CompletedTask;

    public Task<InstanceStatus?> WatchInstanceAsync(CloudAccess access, string instanceId, CancellationToken ct) => Task.FromResult<InstanceStatus?>(null);

    public Task<T> CachedAsync<T>(AccountKey account, string key, TimeSpan maxAge, Func<CancellationToken, Task<T>> read, CancellationToken ct) =>
        answers.GetAsync(account, key, maxAge, read, ct);
}
