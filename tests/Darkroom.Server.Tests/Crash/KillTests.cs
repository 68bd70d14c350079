namespace Darkroom.Server.Tests.Crash;

[Trait("Suite", "full")]
public sealed class KillTests(ITestOutputHelper output) : KillTest(output)
{
    [Fact]
    public Task Kills_in_every_step_of_every_operation_lose_nothing_double_nothing_and_leave_nothing() =>
        SurviveAsync(Kills.Operations.SelectMany(Kills.StepsOf).ToDictionary(step => step, _ => 2));

    [Fact]
    [Trait("Suite", "all")]
    public Task Thirty_kills_in_each_operation_lose_nothing_double_nothing_and_leave_nothing() => SurviveAsync(Kills.Operations
        .SelectMany(operation => Kills.StepsOf(operation).Select(step => (Step: step, Kills: (int)Math.Ceiling(30.0 / Kills.StepsOf(operation).Count))))
        .ToDictionary(each => each.Step, each => each.Kills));

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
}
