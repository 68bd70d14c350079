using System.Diagnostics;
using System.Globalization;
using Darkroom.Testing;
using Xunit.Sdk;

namespace Darkroom.Server.Tests.Crash;

/// <summary>The server is killed with <c>kill -9</c> at random moments of all operations, started again on its data folder, and killed again.</summary>
[Trait("Suite", "full")]
public sealed class KillTests(ITestOutputHelper output)
{
    private const string SeedVariable = "DARKROOM_KILL_SEED";
    private const int AtOnce = 4;

    [Fact]
    public Task Kills_in_every_step_of_every_operation_lose_nothing_double_nothing_and_leave_nothing() =>
        SurviveAsync(Kills.Operations.SelectMany(Kills.StepsOf).ToDictionary(step => step, _ => 2));

    [Fact]
    [Trait("Suite", "all")]
    public Task Thirty_kills_in_each_operation_lose_nothing_double_nothing_and_leave_nothing() => SurviveAsync(Kills.Operations
        .SelectMany(operation => Kills.StepsOf(operation).Select(step => (Step: step, Kills: (int)Math.Ceiling(30.0 / Kills.StepsOf(operation).Count))))
        .ToDictionary(each => each.Step, each => each.Kills));

    /// <summary>The verdict itself is put to the test: this server launches again after a crash.</summary>
    [Fact]
    public async Task A_server_that_launches_twice_when_it_is_killed_is_found_out()
    {
        var kills = new Kills(new Dictionary<string, int> { ["StartPreparationInstance"] = 3 });
        await ShootAsync(ServerProcess.Faulty, kills, async verdict =>
        {
            await verdict.EndAllAsync();
            await verdict.Awaiting(v => v.CheckOperationsAsync()).Should().ThrowAsync<XunitException>().WithMessage("*launches one instance*");
            await verdict.Awaiting(v => v.CheckAccountAsync()).Should().ThrowAsync<XunitException>().WithMessage("*a sweep explains everything*");
        });
    }

    private async Task SurviveAsync(IReadOnlyDictionary<string, int> wanted)
    {
        var kills = new Kills(wanted);
        await ShootAsync(ServerProcess.Real, kills, async verdict =>
        {
            kills.Total.Should().BeGreaterThanOrEqualTo(30);
            wanted.Should().OnlyContain(step => kills.In(step.Key) >= 2);
            await verdict.EndAllAsync();
            await verdict.CheckOperationsAsync();
            await verdict.CheckAccountAsync();
        });
    }

    private async Task ShootAsync(string program, Kills kills, Func<Verdict, Task> judge)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are frozen through Linux's signals and /proc.");
        var seed = Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();
        Say($"Seed {seed}; {SeedVariable}={seed} draws the same moments again.");
        using var folder = new TestFolder();
        await using var account = await AccountUnderFire.StartAsync();
        using var log = new StepLog(folder.Data.DatabaseFile);
        var began = Stopwatch.GetTimestamp();
        using var shooting = new Shooting(program, folder.Data.Path, account, log, kills, new Random(seed));

        await shooting.RunAsync(AtOnce);
        Say($"{kills.Table()}\n{shooting.Started.Count} operations, {shooting.Misses} misses, {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s of killing.");

        await judge(new Verdict(account, shooting, log, Say));
    }

    private void Say(string text)
    {
        output.WriteLine(text);
        Console.WriteLine(text);
    }
}
