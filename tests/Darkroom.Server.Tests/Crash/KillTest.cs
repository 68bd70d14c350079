using System.Diagnostics;
using System.Globalization;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Crash;

/// <summary>A server that is killed with <c>kill -9</c> at random moments of operations, started again on its data folder, and killed again.</summary>
public abstract class KillTest(ITestOutputHelper output)
{
    private const string SeedVariable = "DARKROOM_KILL_SEED";
    private const int AtOnce = 4;

    /// <param name="earliest">Which part of a step's usual time passes before it is shot at.</param>
    private protected async Task ShootAsync(string program, Kills kills, Func<Verdict, Task> judge, double earliest = 0)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are frozen through Linux's signals and /proc.");
        var seed = Environment.GetEnvironmentVariable(SeedVariable) is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next();
        Say($"Seed {seed}; {SeedVariable}={seed} draws the same moments again.");
        using var folder = new TestFolder();
        await using var account = await AccountUnderFire.StartAsync();
        using var log = new StepLog(folder.Data.DatabaseFile);
        var began = Stopwatch.GetTimestamp();
        using var shooting = new Shooting(program, folder.Data.Path, account, log, kills, new Random(seed), earliest);

        await shooting.RunAsync(AtOnce, Say);
        Say($"{kills.Table()}\n{shooting.Started.Count} operations, {shooting.Misses} misses, {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s of killing.");

        await judge(new Verdict(account, shooting, log, Say));
    }

    private void Say(string text)
    {
        output.WriteLine(text);
        Console.WriteLine(text);
    }
}
