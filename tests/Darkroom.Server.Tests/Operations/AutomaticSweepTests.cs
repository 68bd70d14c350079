using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Clouds;
using Darkroom.Core.Hosting;
using Darkroom.Core.Operations;
using Darkroom.Core.Storage;
using Darkroom.Server.Composition;
using Darkroom.Server.Tests.Images;
using Darkroom.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Server.Tests.Operations;

/// <summary>The sweep that nobody asks for.</summary>
[Trait("Suite", "full")]
public sealed class AutomaticSweepTests
{
    private const string Vpc = "vpc-0da4c0000000000a1";
    private const string Reference = "dr-left-behind";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_it_removes_is_audited_as_darkrooms_own_doing()
    {
        await using var server = await DarkroomServer.StartAsync();
        await server.Administrator.Connections.CreateAsync(new CreateConnectionRequest { HypervisorConnectionName = "demo", Region = "us-east-1" }, ct: Ct);
        await using var db = await server.Services.GetRequiredService<IDbContextFactory<DarkroomDb>>().CreateDbContextAsync(Ct);
        var group = await LeaveGroupAsync(server, db, await db.Connections.SingleAsync(Ct));

        var audited = await Poll.UntilAsync(
            async () => await db.AuditRecords.AsNoTracking().SingleOrDefaultAsync(a => a.Action == "RunSweep", Ct), record => record is not null);

        audited!.User.Should().Be("darkroom");
        audited.TargetType.Should().Be("Account");
        audited.Before.Should().Contain(group);
        audited.After.Should().BeNull();
        server.Simulator.Resources("111122223333", "us-east-1").Should().NotContain(r => r.Id == group);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Sweeps_of_one_account_at_once_do_not_stand_in_each_others_way(DatabaseKind database)
    {
        await using var images = await ImageServer.StartAsync(database);
        await images.Server.Administrator.Connections.CreateAsync(new CreateConnectionRequest { HypervisorConnectionName = "demo", Region = "us-east-1" }, ct: Ct);

        var reports = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => images.Server.Administrator.Sweeps.RunAsync(Ct)));

        reports.Should().OnlyContain(report => report.Count == 1);
    }

    /// <summary>An isolation group of an operation that has ended, in a VPC without a hosting unit.</summary>
    private static async Task<string> LeaveGroupAsync(DarkroomServer server, DarkroomDb db, HypervisorConnection connection)
    {
        var operation = new Operation { Kind = "PrepareImage", Title = "Gone", Input = "{}", StartedBy = "tester", State = OperationState.Failed };
        db.Operations.Add(operation);
        db.ResourceIntents.Add(new ResourceIntent
        {
            Reference = Reference,
            Kind = OwnedResourceKind.IsolationGroup,
            OperationId = operation.Id,
            Step = "EnsureIsolationGroup",
            ConnectionUid = connection.Uid,
            CreatedAt = DateTimeOffset.UnixEpoch,
        });
        await db.SaveChangesAsync(Ct);
        return await server.Services.GetRequiredService<ICloud>().CreateIsolationGroupAsync(
            server.Services.GetRequiredService<CloudAccessFactory>().For(connection), Vpc, new ResourceTags(operation.Id, Reference, connection.Uid, "office", 1), Ct);
    }
}
