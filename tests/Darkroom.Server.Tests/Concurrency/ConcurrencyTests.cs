using System.Diagnostics;
using CsCheck;
using Darkroom.Server.Composition;
using Darkroom.Server.Tests.Concurrency.Model;

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
        var began = Stopwatch.GetTimestamp();
        var sent = 0;
        var left = new List<InAccount>();
        var tally = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await Plan.Any.SampleAsync(
            async plan =>
            {
                var whyNot = await Workday.WhyNotAsync(server, plan, site =>
                {
                    lock (tally)
                    {
                        sent += site.History.Count;
                        left.Add(site.History.Select(call => call.Answer).OfType<InAccount>().Last());
                        foreach (var call in site.History)
                        {
                            var key = $"{call.Command.GetType().Name,-16} {(call.Answer is Refused refused ? refused.Code : call.Answer is Rests rests ? $"{rests.State}" : "accepted")}";
                            tally[key] = tally.GetValueOrDefault(key) + 1;
                        }
                    }
                });
                if (whyNot is not null)
                {
                    throw new InvalidOperationException(whyNot);
                }
            },
            iter: Math.Max(1, operations / (Plan.WishesEach * (Plan.FewestAdministrators + Plan.MostAdministrators) / 2)),
            threads: AtOnce,
            print: plan => $"{plan}");
        await server.CheckAccountAsync(left);
        output.WriteLine(string.Join('\n', tally.Select(line => $"{line.Value,6} {line.Key}")));
        output.WriteLine($"{sent} in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s.");
    }
}
