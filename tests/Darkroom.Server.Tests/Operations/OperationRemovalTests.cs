using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Clouds;
using Darkroom.Core.Operations;
using Darkroom.Server.Composition;
using Darkroom.Server.Tests.Images;
using Darkroom.Testing;
using Microsoft.EntityFrameworkCore;
using RequestContext = Darkroom.Client.Http.RequestContext;

namespace Darkroom.Server.Tests.Operations;

[Trait("Suite", "full")]
public sealed class OperationRemovalTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_record_of_a_success_goes_and_its_image_stays_known(DatabaseKind database)
    {
        await using var images = await ImageServer.StartAsync(database);
        var server = images.Server;
        await DemoScene.HostingUnitAsync(server.Administrator, Ct);
        var master = await DemoScene.MasterSpecAsync(server.Operator, "office", Ct);
        var started = await server.Operator.ImageVersionSpecs.PrepareAsync(
            master.ImageVersionSpecUid,
            new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile, Metadata = new Dictionary<string, string> { ["a"] = "b" } },
            ct: Ct);
        (await server.WaitForOperationAsync(started.OperationId)).State.Should().Be(OperationState.Succeeded);
        (await server.Reader.Operations.ListCloudCallsAsync(started.OperationId, ct: Ct)).Items.Should().Contain(call => call.Action == "CreateImage");

        await server.Operator.Operations.RemoveAsync(started.OperationId, ct: Ct);

        await Refused.WithAsync("OperationNotFound", () => server.Reader.Operations.GetAsync(started.OperationId, Ct));
        await Refused.WithAsync("OperationNotFound", () => server.Operator.Operations.RemoveAsync(started.OperationId, ct: Ct));
        await Refused.WithAsync("OperationNotFound", () => server.Operator.Operations.CancelAsync(started.OperationId, ct: Ct));
        await Refused.WithAsync("OperationNotFound", async () => await server.Reader.Operations.FollowAsync(started.OperationId, ct: Ct).ToListAsync(Ct));
        (await server.Reader.Operations.ListAsync(ct: Ct)).Items.Should().BeEmpty();
        var spec = await server.Reader.ImageVersionSpecs.GetAsync(started.ImageVersionSpecUid, Ct);
        spec.ImageVersionSpecStatus.Should().Be(ImageVersionSpecStatus.Success);
        spec.OperationId.Should().BeNull();

        var swept = (await server.Administrator.Sweeps.RunAsync(Ct)).Single(report => report.Region == "us-east-1");
        swept.Removed.Should().BeEmpty();
        swept.Reported.Should().BeEmpty("image, snapshots and isolation group are still known to be ours");
        await using var db = await images.OpenAsync();
        (await db.OperationEvents.CountAsync(Ct)).Should().Be(0);
        (await db.OperationCloudCalls.CountAsync(Ct)).Should().Be(0);
        (await db.OperationMetadata.CountAsync(Ct)).Should().Be(0);
        (await db.AuditRecords.SingleAsync(a => a.Action == "RemoveOperation", Ct)).Before.Should().Contain("PublishImage");
    }

    [Fact]
    public async Task What_has_not_ended_stays_and_so_does_what_lists_leftovers()
    {
        await using var server = await ImageServer.StartAsync(DatabaseKind.Sqlite);
        foreach (var (state, code) in new[] { (OperationState.Held, "OperationNotEnded"), (OperationState.Stuck, "OperationStuck") })
        {
            var operation = await PlantAsync(server, state);
            await Refused.WithAsync(code, () => server.Server.Operator.Operations.RemoveAsync(operation, ct: Ct));
            (await server.Server.Reader.Operations.GetAsync(operation, Ct)).State.Should().Be(state);
        }

        var failed = await PlantAsync(server, OperationState.Failed);
        await Refused.WithAsync(
            "VersionMismatch", () => server.Server.Operator.Operations.RemoveAsync(failed, new RequestContext { IfVersion = 99 }, Ct));
    }

    [Fact]
    public async Task An_operation_that_runs_is_not_removed()
    {
        await using var server = await DarkroomServer.StartAsync();
        await DemoScene.HostingUnitAsync(server.Administrator, Ct);
        var master = await DemoScene.MasterSpecAsync(server.Operator, "office", Ct);
        var started = await server.Operator.ImageVersionSpecs.PrepareAsync(
            master.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile }, ct: Ct);

        await Refused.WithAsync("OperationNotEnded", () => server.Operator.Operations.RemoveAsync(started.OperationId, ct: Ct));

        (await server.WaitForOperationAsync(started.OperationId)).State.Should().Be(OperationState.Succeeded);
    }

    [Theory]
    [InlineData(OperationState.Succeeded)]
    [InlineData(OperationState.Failed)]
    [InlineData(OperationState.Canceled)]
    public async Task Cancelling_what_has_ended_is_refused_by_name(OperationState state)
    {
        await using var server = await ImageServer.StartAsync(DatabaseKind.Sqlite);
        var operation = await PlantAsync(server, state);

        var refused = await Refused.WithAsync("OperationEnded", () => server.Server.Operator.Operations.CancelAsync(operation, ct: Ct));

        refused.Detail.Should().Contain($"{state}");
        refused.Status.Should().Be(409);
    }

    [Fact]
    public async Task What_a_removed_operation_may_have_made_is_still_looked_for()
    {
        await using var server = await ImageServer.StartAsync(DatabaseKind.Sqlite);
        await DemoScene.HostingUnitAsync(server.Server.Administrator, Ct);
        var demo = await server.Server.Reader.Connections.GetAsync(DemoScene.Name, Ct);
        var operation = await PlantAsync(server, OperationState.Canceled);
        await server.PlantAsync(new ResourceIntent
        {
            Reference = "darkroom-lost",
            Kind = OwnedResourceKind.Image,
            OperationId = operation,
            Step = "CaptureImage",
            ConnectionUid = demo.HypervisorConnectionUid,
            CreatedAt = DateTimeOffset.UnixEpoch,
        });

        await server.Server.Operator.Operations.RemoveAsync(operation, ct: Ct);

        (await server.Server.Administrator.Sweeps.RunAsync(Ct)).Should().Contain(report => report.OpenIntents == 1);
        await using var db = await server.OpenAsync();
        (await db.ResourceIntents.SingleAsync(Ct)).Misses.Should().BePositive();
    }

    private static async Task<Guid> PlantAsync(ImageServer server, OperationState state)
    {
        var (_, version) = await server.DefinitionAsync();
        var master = await server.PlantMasterAsync(version, server.EastA);
        return (await server.PlantPreparedAsync(version, master, state)).OperationId!.Value;
    }
}
