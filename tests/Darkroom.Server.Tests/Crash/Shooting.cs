using System.Diagnostics;
using Darkroom.Contracts.Operations;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Crash;

/// <summary>
/// Keeps some careers of images going and kills the server in the midst of their operations' steps. When a step begins in which kills are wanted, a random moment within its
/// usual duration is drawn; there the server is frozen. What the log says then can't change any more: if the step still runs, the server is killed and
/// started again, and if not, it is let go.
/// </summary>
internal sealed class Shooting(string program, string data, AccountUnderFire account, StepLog log, Kills kills, Random random, double earliest) : IDisposable
{
    private const int BetweenReports = 10;
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(3);

    /// <summary>How long steps took lately when nobody disturbed them, in real time.</summary>
    private readonly Dictionary<string, TimeSpan> _usual = [];
    private readonly Dictionary<(Guid Operation, string Step), DateTimeOffset> _startedInThisLife = [];
    private readonly HashSet<(Guid Operation, string Step)> _tried = [];
    private readonly List<Career> _careers = [];

    public ServerProcess Server { get; private set; } = null!;

    /// <summary>Every operation that was started.</summary>
    public List<Begun> Started { get; } = [];

    /// <summary>How often the step had ended before the server was frozen.</summary>
    public int Misses { get; private set; }

    /// <param name="say">Is told from time to time how far it is.</param>
    public async Task RunAsync(int atOnce, Action<string> say)
    {
        Server = await ServerProcess.StartAsync(program, data, account.Simulator.BaseUri);
        await AccountUnderFire.DescribeAsync(Server.Client);
        await MeasureAsync();
        var began = Stopwatch.GetTimestamp();
        while (!kills.AreEnough)
        {
            ReadOn();
            await KeepGoingAsync(atOnce);

            if (await NextStepAsync(began) is { } begun)
            {
                var before = kills.Total;
                await ShootAsync(begun);
                if (kills.Total > before && kills.Total % BetweenReports == 0)
                {
                    say($"{kills.Total} kills in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
                }
            }
        }
    }

    public void Dispose() => Server?.Dispose();

    /// <summary>One career that nobody disturbs tells how long the steps take.</summary>
    private async Task MeasureAsync()
    {
        var career = new Career();
        while (!career.IsOver)
        {
            var begun = await career.GoOnAsync(Server.Client);
            Started.Add(begun);
            await Poll.UntilAsync(() => Task.FromResult(ReadOn()), _ => log.AtRest.Contains(begun.Operation));
        }
    }

    /// <summary>Begins the next operation of each career whose latest one rests, and new careers for those that are over.</summary>
    private async Task KeepGoingAsync(int atOnce)
    {
        foreach (var career in _careers.Where(IsResting))
        {
            if ((await Server.Client.Operations.GetAsync(career.Latest!.Operation)).State != OperationState.Succeeded)
            {
                career.GiveUp();
            }
        }

        // Those that gave up just now included: one kill can be the end of all of them, and then nothing would ever happen again to replace them upon.
        _careers.RemoveAll(career => career.IsOver && IsResting(career));
        while (_careers.Count < atOnce)
        {
            _careers.Add(new Career());
        }

        foreach (var career in _careers.Where(career => career.Latest is null || IsResting(career)))
        {
            Started.Add(await career.GoOnAsync(Server.Client));
        }
    }

    private bool IsResting(Career career) => career.Latest is { Operation: var latest } && log.AtRest.Contains(latest);

    /// <summary>Waits until a step begins in which a kill is wanted; null when another preparation should be started first.</summary>
    private async Task<StepEvent?> NextStepAsync(long began)
    {
        var heard = Stopwatch.GetTimestamp();
        while (true)
        {
            Server.RequireAlive();
            if (Stopwatch.GetElapsedTime(began) > Bound)
            {
                throw new TimeoutException($"Not enough kills in {Bound}:\n{kills.Table()}");
            }

            if (Stopwatch.GetElapsedTime(heard) > LongestSilence)
            {
                var underway = Started.Where(operation => !log.AtRest.Contains(operation.Operation)).Select(o => $"{o.Kind} {o.Operation} in {log.StepOf(o.Operation) ?? "no step"}");
                throw new TimeoutException($"Nothing was logged for {LongestSilence}; not at rest:\n{string.Join('\n', underway)}\nThe server said:\n{Server.Said}");
            }

            var news = ReadOn();
            if (news.Count > 0)
            {
                heard = Stopwatch.GetTimestamp();
            }

            var begun = news.LastOrDefault(e => e is { Kind: "StepStarted", Step: { } step }
                && log.StepOf(e.Operation) == step && kills.AreWanted(step, e.Operation) && _tried.Add((e.Operation, step)));
            if (begun is not null || news.Any(e => log.AtRest.Contains(e.Operation)))
            {
                return begun;
            }

            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    private async Task ShootAsync(StepEvent begun)
    {
        var seen = Stopwatch.GetTimestamp();
        var usual = _usual[begun.Step!];
        var moment = usual * (earliest + ((1 - earliest) * random.NextDouble()));
        if (moment > TimeSpan.FromMilliseconds(20))
        {
            await Task.Delay(moment, TestContext.Current.CancellationToken);
        }
        else
        {
            SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(seen) >= moment);
        }

        var afterStart = Stopwatch.GetElapsedTime(seen);
        await Server.FreezeAsync();
        ReadOn();
        if (log.StepOf(begun.Operation) != begun.Step)
        {
            Misses++;
            Server.Thaw();
            return;
        }

        kills.Add(begun.Step!, new Kill(begun.Operation, afterStart, usual));
        log.Dispose();
        await Server.KillAsync();
        Server.Dispose();
        _startedInThisLife.Clear();
        Server = await ServerProcess.StartAsync(program, data, account.Simulator.BaseUri);
    }

    private IReadOnlyList<StepEvent> ReadOn()
    {
        var news = log.Read();
        foreach (var e in news.Where(e => e.Step is not null))
        {
            if (e.Kind == "StepStarted")
            {
                _startedInThisLife[(e.Operation, e.Step!)] = e.At;
            }
            else if (e.Kind == "StepSucceeded" && _startedInThisLife.Remove((e.Operation, e.Step!), out var start))
            {
                _usual[e.Step!] = (e.At - start) / AccountUnderFire.ClockScale;
            }
        }

        return news;
    }
}
