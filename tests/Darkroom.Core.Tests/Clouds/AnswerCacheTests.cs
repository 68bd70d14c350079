using Darkroom.Core.Clouds;
using Darkroom.Core.Time;

namespace Darkroom.Core.Tests.Clouds;

public sealed class AnswerCacheTests
{
    private static readonly AccountKey Account = new("111122223333", "us-east-1");
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task Those_who_ask_at_once_share_one_call()
    {
        var cache = new AnswerCache(new Clock(TimeProvider.System));
        var (calls, answer) = (0, new TaskCompletionSource<int>());
        Task<int> Ask() => cache.GetAsync(Account, "key", TimeSpan.FromMinutes(1), _ => { calls++; return answer.Task; }, Ct);

        var asked = new[] { Ask(), Ask(), Ask() };
        answer.SetResult(7);

        (await Task.WhenAll(asked)).Should().Equal(7, 7, 7);
        calls.Should().Be(1);
    }

    [Fact]
    public async Task An_answer_is_read_again_when_it_is_too_old_for_the_asker()
    {
        var cache = new AnswerCache(new Clock(TimeProvider.System));
        var calls = 0;
        Task<int> Ask(TimeSpan age) => cache.GetAsync(Account, "key", age, _ => Task.FromResult(++calls), Ct);

        (await Ask(TimeSpan.FromHours(1))).Should().Be(1);
        (await Ask(TimeSpan.FromHours(1))).Should().Be(1);
        (await Ask(TimeSpan.FromTicks(-1))).Should().Be(2);
    }

    [Fact]
    public async Task A_failed_call_is_kept_for_nobody()
    {
        var cache = new AnswerCache(new Clock(TimeProvider.System));
        var failing = () => cache.GetAsync<int>(Account, "key", TimeSpan.FromHours(1), _ => Task.FromException<int>(new IOException("gone")), Ct);
        await failing.Should().ThrowAsync<IOException>();

        (await cache.GetAsync(Account, "key", TimeSpan.FromHours(1), _ => Task.FromResult(1), Ct)).Should().Be(1);
    }

    [Fact]
    public async Task Another_account_has_another_answer()
    {
        var cache = new AnswerCache(new Clock(TimeProvider.System));
        await cache.GetAsync(Account, "key", TimeSpan.FromHours(1), _ => Task.FromResult(1), Ct);

        (await cache.GetAsync(Account with { Region = "eu-west-1" }, "key", TimeSpan.FromHours(1), _ => Task.FromResult(2), Ct)).Should().Be(2);
    }
}
