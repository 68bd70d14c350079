using System.Diagnostics;
using System.Globalization;
using Darkroom.Testing;
using Xunit.Sdk;

namespace Darkroom.Server.Tests.Crash;

/// <summary>The server is killed with <c>kill -9</c> at random moments of preparations, started again on its data folder, and killed again.</summary>
[Trait("Suite", "full")]
public sealed class KillTests(ITestOutputHelper output)
{
    private const string SeedVariable = "DARKROOM_KILL_SEED";
    private const int AtOnce = 4;

    [Fact]
    public async Task Thirty_kills_spread_over_all_steps_lose_nothing_double_nothing_and_leave_nothing()
    {
        var kills = new Kills(eachStep: 3, Kills.StepNames());
        await ShootAsync(ServerProcess.Real, kills, async verdict =>
        {
            kills.Total.Should().BeGreaterThanOrEqualTo(30);
            Kills.StepNames().Should().OnlyContain(step => kills.In(step) >= 2);
            await verdict.EndAllAsync();
            await verdict.CheckPreparationsAsync();
            await verdict.CheckAccountAsync();
        });
    }

    /// <summary>The verdict itself is put to the test: this server launches again after a crash.</summary>
    [Fact]
    public async Task A_server_that_launches_twice_when_it_is_killed_is_found_out()
    {
        var kills = new Kills(eachStep: 3, ["StartPreparationInstance"]);
        await ShootAsync(ServerProcess.Faulty, kills, async verdict =>
        {
            await verdict.EndAllAsync();
            await verdict.Awaiting(v => v.CheckPreparationsAsync()).Should().ThrowAsync<XunitException>().WithMessage("*launches one instance*");
            await verdict.Awaiting(v => v.CheckAccountAsync()).Should().ThrowAsync<XunitException>().WithMessage("*a sweep explains everything*");
        });
    }

    private async Task ShootAsync(string program, Kills kills, Func<Verdict, Task> judge)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are frozen through Linux's signals and /proc.");
        var seed = Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();
        Say($"Seed {seed}; {SeedVariable}={seed} draws the same moments again.");
        using var folder = new TestFolder();
        await using var account = await PreparationsUnderFire.StartAsync();
        using var log = new StepLog(folder.Data.DatabaseFile);
        var began = Stopwatch.GetTimestamp();
        using var shooting = new Shooting(program, folder.Data.Path, account, log, kills, new Random(seed));

        await shooting.RunAsync(AtOnce);
        Say($"{kills.Table()}\n{account.Started.Count} preparations, {shooting.Misses} misses, {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s of killing.");

        await judge(new Verdict(account, shooting.Server, log, Say));
    }

    private void Say(string text)
    {
        output.WriteLine(text);
        Console.WriteLine(text);
    }
}
