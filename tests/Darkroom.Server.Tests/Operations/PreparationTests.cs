using Darkroom.Client.Http;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Server.Composition;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.Operations;

/// <summary>The main job over REST, on the runtime and the simulator.</summary>
public sealed class PreparationTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_image_is_prepared_and_its_log_is_followed_to_the_end(DatabaseKind database)
    {
        await using var server = await DarkroomServer.StartAsync(database);
        await DemoScene.HostingUnitAsync(server.Administrator, Ct);
        var master = await DemoScene.MasterSpecAsync(server.Operator, "office", Ct);

        var started = await server.Operator.ImageVersionSpecs.PrepareAsync(
            master.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile }, ct: Ct);
        var events = await server.Reader.Operations.FollowAsync(started.OperationId, ct: Ct).ToListAsync(Ct);

        var operation = await server.Reader.Operations.GetAsync(started.OperationId, Ct);
        operation.State.Should().Be(OperationState.Succeeded, operation.Error?.Message ?? "");
        operation.Steps.Should().OnlyContain(step => step.State == StepState.Succeeded);
        events.Select(e => e.Sequence).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        events[^1].Kind.Should().Be("Ended");
        (await server.Reader.ImageVersionSpecs.GetAsync(started.ImageVersionSpecUid, Ct)).ImageVersionSpecStatus.Should().Be(ImageVersionSpecStatus.Success);

        var rest = await server.Reader.Operations.FollowAsync(started.OperationId, events[3].Sequence, Ct).ToListAsync(Ct);
        rest.Should().BeEquivalentTo(events.Skip(4), options => options.WithStrictOrdering());
        (await server.Reader.Operations.ListAsync(OperationState.Succeeded, "PrepareImage", started.ImageVersionSpecUid, ct: Ct)).Items
            .Should().ContainSingle().Which.OperationId.Should().Be(started.OperationId);
        (await server.Reader.Operations.ListAsync(taskType: "newprovimageversionspec", active: false, ct: Ct)).Items
            .Should().ContainSingle().Which.Image!.SourceImageVersionSpecUid.Should().Be(master.ImageVersionSpecUid);
        (await server.Reader.Operations.ListAsync(active: true, ct: Ct)).Items.Should().BeEmpty();
        (await server.Reader.Operations.ListAsync(taskType: "PublishImage", ct: Ct)).Items.Should().BeEmpty();
    }

    [Fact]
    public async Task Following_an_operation_that_is_not_there_is_a_problem() =>
        await FluentActions.Awaiting(async () =>
        {
            await using var server = await DarkroomServer.StartAsync();
            await server.Reader.Operations.FollowAsync(Guid.NewGuid(), ct: Ct).ToListAsync(Ct);
        }).Should().ThrowAsync<DarkroomProblemException>().Where(e => e.Status == 404);
}
