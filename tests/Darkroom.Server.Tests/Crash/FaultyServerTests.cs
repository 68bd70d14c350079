using Xunit.Sdk;

namespace Darkroom.Server.Tests.Crash;

/// <summary>
/// The verdict itself is put to the test: in this server a step of each operation isn't right when it runs again after a crash. It launches a second instance,
/// minds a share that it made, misses a share that it removed, or minds an image that it deleted.
/// </summary>
[Trait("Suite", "full")]
public sealed class FaultyServerTests(ITestOutputHelper output) : KillTest(output)
{
    /// <summary>The faults have their effect at the beginning of their step.</summary>
    private const double AfterEffect = 0.5;

    /// <summary>What each operation that was killed in that step is told to have failed with.</summary>
    private static readonly Dictionary<string, string> Failing = new()
    {
        ["CommitShare"] = "*ShareImage: CommitShare minds what it did before*",
        ["RemoveShare"] = "*UnshareImage: The share of the operation * was removed*",
        ["DeregisterImage"] = "*RemoveImage: DeregisterImage minds what it did before*",
    };

    [Fact]
    public async Task Each_operation_that_does_not_stand_a_kill_is_found_out()
    {
        var kills = new Kills(Failing.Keys.Append("StartPreparationInstance").ToDictionary(step => step, _ => 1));
        await ShootAsync(
            ServerProcess.Faulty,
            kills,
            async verdict =>
            {
                foreach (var (step, complaint) in Failing)
                {
                    await verdict.Awaiting(v => v.EndAsync(kills.OperationsIn(step).Single())).Should().ThrowAsync<XunitException>().WithMessage(complaint);
                }

                // A kill that is meant for one hits whatever runs beside it.
                await verdict.EndAllAsync(mayFail: kind => kind != "PrepareImage");
                await verdict.Awaiting(v => v.CheckOperationsAsync()).Should().ThrowAsync<XunitException>().WithMessage("*launches one instance*");
                await verdict.Awaiting(v => v.CheckAccountAsync()).Should().ThrowAsync<XunitException>().WithMessage("*a sweep explains everything*");
            },
            AfterEffect);
    }
}
