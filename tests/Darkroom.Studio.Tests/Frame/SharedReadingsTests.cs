using Darkroom.Contracts.Access;
using Darkroom.Core.Access;
using Darkroom.Core.Operations;
using Darkroom.Core.Time;
using Darkroom.Studio.Frame;

namespace Darkroom.Studio.Tests.Frame;

public sealed class SharedReadingsTests
{
    private static readonly Caller Dana = new("Dana", Role.Reader);
    private static readonly Caller Alex = new("Alex", Role.Reader);

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly OperationSignals _signals = new();
    private readonly StandingTime _time = new();
    private readonly SharedReadings _shared;
    private int _reads;

    public SharedReadingsTests() => _shared = new SharedReadings(_signals, new Clock(_time), new ClockRate(1));

    [Fact]
    public async Task Many_who_ask_after_the_same_change_are_answered_by_one_reading()
    {
        var answer = new TaskCompletionSource<string[]>();
        var asked = Enumerable.Range(0, 50).Select(_ => ReadAsync(Dana, () => answer.Task)).Append(ReadAsync(Alex, () => answer.Task)).ToList();
        answer.SetResult(["a"]);
        (await Task.WhenAll(asked)).Should().AllBeEquivalentTo<string[]>(["a"]);
        _reads.Should().Be(1);

        await ReadAsync(Dana with { Role = Role.Operator }, "a");
        _reads.Should().Be(2, "another role may see something else");
    }

    [Fact]
    public async Task What_is_committed_after_a_reading_began_is_read_anew()
    {
        var old = new TaskCompletionSource<string[]>();
        var before = ReadAsync(Dana, () => old.Task);
        _signals.Changed();
        (await ReadAsync(Alex, "new")).Should().Equal("new");
        old.SetResult(["old"]);
        (await before).Should().Equal("old");
        (await ReadAsync(Dana, "newer")).Should().Equal("new");
        _time.Now += TimeSpan.FromSeconds(2);
        (await ReadAsync(Dana, "of another process")).Should().Equal("of another process");
    }

    [Fact]
    public async Task A_reading_that_comes_to_the_same_gives_the_same_object()
    {
        var first = await ReadAsync(Dana, "a");
        _signals.Changed();
        (await ReadAsync(Alex, "a")).Should().BeSameAs(first);
        _signals.Changed();
        (await ReadAsync(Alex, "b")).Should().NotBeSameAs(first);
    }

    [Fact]
    public async Task A_reading_that_fails_and_a_viewer_who_leaves_disturb_nobody_else()
    {
        await ((Func<Task>)(() => ReadAsync(Dana, () => Task.FromException<string[]>(new InvalidOperationException("broken"))))).Should().ThrowAsync<InvalidOperationException>();
        var answer = new TaskCompletionSource<string[]>();
        using var leaves = new CancellationTokenSource();
        var left = _shared.ReadAsync(Dana, "list", _ => answer.Task, leaves.Token);
        var stays = ReadAsync(Alex, () => answer.Task);
        await leaves.CancelAsync();
        await ((Func<Task>)(() => left)).Should().ThrowAsync<OperationCanceledException>();
        answer.SetResult(["there"]);
        (await stays).Should().Equal("there");
    }

    private Task<string[]> ReadAsync(Caller caller, string found) => ReadAsync(caller, () => Task.FromResult<string[]>([found]));

    private Task<string[]> ReadAsync(Caller caller, Func<Task<string[]>> read) => _shared.ReadAsync(caller, "list", _ =>
    {
        Interlocked.Increment(ref _reads);
        return read();
    }, Ct);

    private sealed class StandingTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
