using System.Collections.Concurrent;
using CsCheck;
using Darkroom.Server.Composition;
using Darkroom.Testing;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Server.Tests.BadInput;

/// <summary>Whatever is sent, the answer is one that the document knows and none is a fault of the server. A failure prints the seed and the request.</summary>
[Trait("Suite", "full")]
public sealed class AnyRequestTests
{
    private const int FewSeconds = 5;
    private const int ManySeconds = 60;

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public Task A_few_seconds_of_any_requests_meet_no_fault(DatabaseKind database) => SampleAsync(database, FewSeconds);

    [Theory]
    [Trait("Suite", "all")]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public Task A_minute_of_any_requests_meets_no_fault(DatabaseKind database) => SampleAsync(database, ManySeconds);

    [Fact]
    public async Task A_planted_fault_is_found()
    {
        await using var server = new BadInputServer();
        await server.InitializeAsync();
        await PlantAsync(server);

        var found = await FluentActions.Awaiting(() => SampleAsync(server, FewSeconds)).Should().ThrowAsync<CsCheckException>();

        found.WithMessage("Set seed:*").WithInnerException<InvalidOperationException>().WithMessage("*it is a fault of the server: 500*");
    }

    private static async Task SampleAsync(DatabaseKind database, int seconds)
    {
        await using var server = new BadInputServer { Database = database };
        await server.InitializeAsync();
        await SampleAsync(server, seconds);
    }

    private static async Task SampleAsync(BadInputServer server, int seconds)
    {
        var answers = new ConcurrentDictionary<string, int>();
        await new AnyRequest(server).Generator.SampleAsync(
            async sent =>
            {
                var reply = await server.SendAsync(sent);
                answers.AddOrUpdate($"{Documented.Of(sent)?.Id ?? "other"} {reply.Status}", 1, (_, count) => count + 1);
                if ((reply.Flaw(sent.Method) ?? Documented.Complaint(sent, reply)) is { } complaint)
                {
                    throw new InvalidOperationException($"{sent}\n{complaint}: {reply}");
                }
            },
            time: seconds,
            threads: 2,
            print: sent => $"{sent}");
        foreach (var (answer, count) in answers.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{count,6} {answer}");
        }
    }

    /// <summary>Spoils the stored prepared specs, so that the server throws where one is read and nowhere else.</summary>
    private static async Task PlantAsync(BadInputServer server)
    {
        await using var db = await server.OpenAsync();
        (await db.Database.ExecuteSqlAsync($"UPDATE \"ImageVersionSpecs\" SET \"Scheme\" = 'spoilt' WHERE \"IsPrepared\"", Ct)).Should().Be(2);
    }
}
