using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;

namespace Darkroom.Server.Tests.Images;

/// <summary>The rules that keep a preparation from starting.</summary>
public sealed class PreparationRefusalTests(ImageServer server) : IClassFixture<ImageServer>
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    public static PrepareImageRequest Request(string profile = "/w2022-2411 (lt-00123456789abcdef).launchtemplate/lt-00123456789abcdef (1).launchtemplateversion") =>
        new() { MachineProfile = profile };

    [Fact]
    public async Task Only_a_master_spec_is_prepared()
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        var master = await server.PlantMasterAsync(version, server.EastA);
        var prepared = await server.PlantPreparedAsync(version, master, OperationState.Failed);
        (await Refused.WithAsync("SourceSpecNotMaster", () => PrepareAsync(prepared.Uid))).Remedy.Should().Contain($"{master.Uid}");
    }

    [Theory]
    [InlineData(OperationState.Failed)]
    [InlineData(OperationState.Held)]
    public async Task A_version_is_prepared_once_and_the_refusal_names_Retry_and_Remove(OperationState state)
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        var master = await server.PlantMasterAsync(version, server.EastA);
        await server.PlantPreparedAsync(version, master, state);
        (await Refused.WithAsync("ImageVersionAlreadyPrepared", () => PrepareAsync(master.Uid))).Remedy.Should().ContainAll("Retry", "remove the prepared spec");
    }

    [Fact]
    public async Task Beside_a_running_preparation_none_is_started_and_its_specs_stay()
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        var master = await server.PlantMasterAsync(version, server.EastA);
        var running = await PrepareAsync(master.Uid);

        (await Refused.WithAsync("ImagePreparationInProgress", () => PrepareAsync(master.Uid))).Detail.Should().Contain($"{running.OperationId}");
        await Refused.WithAsync("ImagePreparationInProgress", () => server.Specs.RemoveAsync(running.ImageVersionSpecUid, ct: Ct));
        await Refused.WithAsync("MasterSpecInUse", () => server.Specs.RemoveAsync(master.Uid, ct: Ct));
        (await server.Specs.GetAsync(running.ImageVersionSpecUid, Ct)).Should().BeEquivalentTo(new
        {
            IsPrepared = true,
            PreparationType = PreparationType.Mcs,
            SourceImageVersionSpecUid = master.Uid,
            ImageVersionSpecStatus = ImageVersionSpecStatus.InProgress,
            OperationId = (Guid?)running.OperationId,
        });
    }

    [Fact]
    public async Task Nothing_is_prepared_in_maintenance_mode()
    {
        var (_, version) = await server.DefinitionAsync(server.Resting);
        var master = await server.PlantMasterAsync(version, server.RestingA);
        await Refused.WithAsync("HypervisorInMaintenanceMode", () => PrepareAsync(master.Uid));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public async Task A_preparation_needs_a_machine_profile(string? profile)
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        var master = await server.PlantMasterAsync(version, server.EastA);
        var refused = await Refused.WithAsync("MachineProfileRequired", () => server.Specs.PrepareAsync(master.Uid, Request() with { MachineProfile = profile }, ct: Ct));
        refused.Errors[0].Field.Should().Be("machineProfile");
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_network_mapping_is_said_at_once()
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        var master = await server.PlantMasterAsync(version, server.EastA);
        var request = Request() with
        {
            NetworkMapping = new Dictionary<string, string>
            {
                ["0"] = "us-east-1a.availabilityzone/10.9.9.0`/24 (vpc-0da4c0000000000a1).network",
                ["2"] = "us-east-1a.availabilityzone/10.9.8.0`/24 (vpc-0da4c0000000000a1).network",
            },
        };

        var refused = await Refused.WithAsync("NetworkMappingInvalid", () => server.Specs.PrepareAsync(master.Uid, request, ct: Ct));

        refused.Errors.Select(error => (error.Code, error.Field)).Should().Equal(
            ("NetworkMappingInvalid", "networkMapping"), ("InventoryItemNotFound", "networkMapping"), ("InventoryItemNotFound", "networkMapping"));
    }

    [Fact]
    public async Task A_preparation_is_not_held_for_a_time_and_without_end_at_once()
    {
        var (_, version) = await server.DefinitionAsync(server.East);
        var master = await server.PlantMasterAsync(version, server.EastA);
        var request = Request() with { KeepPreparationInstanceOnFailure = true, HoldSeconds = 600 };
        var refused = await Refused.WithAsync("PreparationHoldContradictory", () => server.Specs.PrepareAsync(master.Uid, request, ct: Ct));
        refused.Errors[0].Field.Should().Be("holdSeconds");
    }

    private Task<PreparationStartedDto> PrepareAsync(Guid spec) => server.Specs.PrepareAsync(spec, Request(), ct: Ct);
}
