using Darkroom.Contracts.Images;
using Darkroom.Core.Storage;
using Darkroom.Core.Time;
using Darkroom.Server.Composition;
using Darkroom.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Server.Tests.Storage;

[Trait("Suite", "full")]
public sealed class KeptRepliesTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_reply_is_forgotten_after_a_day_and_not_before(DatabaseKind database)
    {
        await using var server = await DarkroomServer.StartAsync(database);
        var now = server.Services.GetRequiredService<Clock>().Now;
        await PlantAsync(server, "old", now - TimeSpan.FromHours(25));
        await PlantAsync(server, "young", now - TimeSpan.FromHours(4));
        await server.Operator.ImageDefinitions.CreateAsync(
            new CreateImageDefinitionRequest { ImageDefinitionName = "office", OsType = OsType.Linux, SessionSupport = SessionSupport.SingleSession },
            new Client.Http.RequestContext { IdempotencyKey = "now" },
            Ct);

        var left = await Poll.UntilAsync(() => KeysAsync(server), keys => !keys.Contains("old"));

        left.Should().HaveCount(2).And.Contain("young").And.Contain(key => key.EndsWith("now"));
    }

    private static async Task PlantAsync(DarkroomServer server, string key, DateTimeOffset at)
    {
        await using var db = await OpenAsync(server);
        db.IdempotencyRecords.Add(new IdempotencyRecord { Key = key, RequestHash = "", Reply = "{}", CreatedAt = at });
        await db.SaveChangesAsync(Ct);
    }

    private static async Task<List<string>> KeysAsync(DarkroomServer server)
    {
        await using var db = await OpenAsync(server);
        return await db.IdempotencyRecords.Select(r => r.Key).ToListAsync(Ct);
    }

    private static Task<DarkroomDb> OpenAsync(DarkroomServer server) => server.Services.GetRequiredService<IDbContextFactory<DarkroomDb>>().CreateDbContextAsync(Ct);
}
