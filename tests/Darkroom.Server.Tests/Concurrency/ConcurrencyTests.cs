using CsCheck;
using Darkroom.Server.Composition;

namespace Darkroom.Server.Tests.Concurrency;

/// <summary>
/// Administrators who share, unshare, remove and prepare the same things at once, against a model of the rules. A failure prints the seed, the plan and the
/// history; the seed draws the same plans again, but not the same interleaving.
/// </summary>
[Trait("Suite", "full")]
public sealed class ConcurrencyTests(ITestOutputHelper output)
{
    private const int AtOnce = 4;

    [Fact]
    public Task Two_thousand_operations_of_administrators_side_by_side_break_no_rule() => SampleAsync(DatabaseKind.Sqlite, 2_000);

    [Theory]
    [Trait("Suite", "all")]
    [InlineData(DatabaseKind.Sqlite, 100_000)]
    [InlineData(DatabaseKind.Postgres, 10_000)]
    public Task A_hundred_thousand_operations_of_administrators_side_by_side_break_no_rule(DatabaseKind database, int operations) => SampleAsync(database, operations);

    private async Task SampleAsync(DatabaseKind database, int operations)
    {
        await using var server = await AdministeredServer.StartAsync(database);
        var plans = Math.Max(1, operations / (Plan.WishesEach * (Plan.FewestAdministrators + Plan.MostAdministrators) / 2));
        var tally = new Tally(plans, Say);
        await Plan.Any.SampleAsync(
            async plan =>
            {
                if (await Workday.WhyNotAsync(server, plan, tally.Add) is { } whyNot)
                {
                    // At once: CsCheck reports when it is through with all plans, and only the smallest one.
                    Say($"{plan}\n{whyNot}");
                    throw new InvalidOperationException(whyNot);
                }
            },
            iter: plans,
            threads: AtOnce,
            print: plan => $"{plan}");
        await server.CheckAccountAsync(tally.Left);
        output.WriteLine($"{tally}");
    }

    private void Say(string text)
    {
        output.WriteLine(text);
        Console.WriteLine(text);
    }
}
