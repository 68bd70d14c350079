using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Server.Composition;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.ServiceConfiguration;

/// <summary>What is set for the site is what the guests do.</summary>
[Trait("Suite", "full")]
public sealed class PreparationSettingsTests
{
    private const string HangingMaster = "win10-hangs-ami (ami-0a4a46000000000a4).template";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_guest_leaves_out_the_steps_that_are_excluded_unless_the_request_says_otherwise(DatabaseKind database)
    {
        await using var server = await StartAsync(database);
        await server.Administrator.ServiceConfiguration.SetAsync("ImageManagementPrep_Excluded_Steps", "OsRearm,OfficeRearm", ct: Ct);

        var usual = await PrepareAsync(server, "usual", DemoScene.GoodMaster, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile });
        var other = await PrepareAsync(server, "other", DemoScene.GoodMaster, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile, ExcludedSteps = [] });

        (await server.WaitForOperationAsync(usual)).State.Should().Be(OperationState.Succeeded);
        (await server.WaitForOperationAsync(other)).State.Should().Be(OperationState.Succeeded);
        (await SaidAsync(server, usual)).Should().ContainInOrder("The guest: EnableDHCP Done.", "The guest: OsRearm Excluded.", "The guest: OfficeRearm Excluded.");
        (await SaidAsync(server, other)).Should().Contain("The guest: OsRearm Done.").And.NotContain(said => said.Contains("Excluded"));
    }

    [Fact]
    public async Task A_guest_that_hangs_is_given_up_after_the_minutes_that_are_set()
    {
        await using var server = await StartAsync(DatabaseKind.Sqlite);
        await server.Administrator.ServiceConfiguration.SetAsync("ImageManagementPrep_PreparationTimeout", "7", ct: Ct);

        var operation = await server.WaitForOperationAsync(
            await PrepareAsync(server, "hanging", HangingMaster, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile }));

        operation.State.Should().Be(OperationState.Held);
        operation.Error!.Code.Should().Be("GuestTimedOut");
        operation.Error.Message.Should().Contain("within 7 minutes");
        var step = operation.Steps.Single(s => s.Name == "AwaitGuest");
        (step.FinishedAt - step.StartedAt).Should().BeGreaterThan(TimeSpan.FromMinutes(7)).And.BeLessThan(TimeSpan.FromMinutes(60));
    }

    private static async Task<DarkroomServer> StartAsync(DatabaseKind database)
    {
        var server = await DarkroomServer.StartAsync(database);
        await DemoScene.HostingUnitAsync(server.Administrator, Ct);
        return server;
    }

    private static async Task<Guid> PrepareAsync(DarkroomServer server, string definition, string master, PrepareImageRequest request)
    {
        var spec = await DemoScene.MasterSpecAsync(server.Operator, definition, Ct, master);
        return (await server.Operator.ImageVersionSpecs.PrepareAsync(spec.ImageVersionSpecUid, request, ct: Ct)).OperationId;
    }

    private static async Task<IEnumerable<string>> SaidAsync(DarkroomServer server, Guid operation) =>
        (await server.Reader.Operations.FollowAsync(operation, ct: Ct).ToListAsync(Ct)).Select(e => e.Message);
}
