using Darkroom.Contracts.Images;

namespace Darkroom.Server.Tests.Images;

public sealed class MasterSpecTests(ImageServer server) : IClassFixture<ImageServer>
{
    private const string Image = $"win10-2411-ami ({ImageServer.MasterImageId}).template";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData($@"XDHyp:\HostingUnits\East A\{Image}")]
    [InlineData($"/{Image}")]
    [InlineData($"xdhyp:/hostingunits/EAST A/{ImageServer.MasterImageId}.template")]
    public async Task A_master_spec_names_its_image_canonically(string path)
    {
        var (definition, version) = await server.DefinitionAsync(server.East);

        var made = await AddAsync(definition, "East A", path, "latest");

        made.Should().BeEquivalentTo(new
        {
            version.ImageVersionUid,
            ImageVersionNumber = 1,
            definition.ImageDefinitionName,
            HostingUnitUid = server.EastA.Uid,
            HostingUnitName = "East A",
            IsPrepared = false,
            PreparationType = PreparationType.None,
            SourceImageVersionSpecUid = Guid.Empty,
            MasterImagePath = $"/{Image}",
            ImageVersionSpecStatus = ImageVersionSpecStatus.None,
            ImageId = ImageServer.MasterImageId,
        });
        made.DiskSize.Should().BePositive();
        (await server.Specs.GetAsync(made.ImageVersionSpecUid, Ct)).Should().BeEquivalentTo(made);
        (await server.Versions.GetAsync(definition.ImageDefinitionName, "1", Ct)).ImageVersionSpecsCount.Should().Be(1);
    }

    [Fact]
    public async Task A_definition_has_to_be_bound_to_the_connection_of_the_unit()
    {
        var (definition, _) = await server.DefinitionAsync();
        var unbound = await Refused.WithAsync("ImageDefinitionHasNoConnection", () => AddAsync(definition, "East A"));
        unbound.Remedy.Should().Be("Bind it to the connection 'East', then add the spec again.");

        await server.Definitions.AddConnectionAsync(definition.ImageDefinitionName, "West", ct: Ct);
        var elsewhere = await Refused.WithAsync("ImageDefinitionNotOnConnection", () => AddAsync(definition, "East A"));
        elsewhere.Detail.Should().ContainAll("'East A'", "'East'", "'West'");
    }

    [Fact]
    public async Task A_version_has_one_master_spec()
    {
        var (definition, version) = await server.DefinitionAsync(server.East);
        var first = await server.PlantMasterAsync(version, server.EastA);
        (await Refused.WithAsync("MasterSpecExists", () => AddAsync(definition, "East A"))).Detail.Should().Contain($"{first.Uid}");
    }

    [Fact]
    public async Task All_specs_of_a_definition_lie_in_one_hosting_unit_until_they_are_gone()
    {
        var (definition, version) = await server.DefinitionAsync(server.East);
        var first = await server.PlantMasterAsync(version, server.EastA);
        await server.Versions.CreateAsync(definition.ImageDefinitionName, ct: Ct);

        var pinned = await Refused.WithAsync("ImageDefinitionPinnedToHostingUnit", () => AddAsync(definition, "East B", version: "2"));
        pinned.Remedy.Should().Contain("'East A'");
        await server.RemoveSpecAsync(first.Uid);
        (await AddAsync(definition, "East B", version: "2")).HostingUnitName.Should().Be("East B");
    }

    [Fact]
    public async Task Nothing_is_placed_on_a_connection_in_maintenance_mode()
    {
        var (definition, _) = await server.DefinitionAsync(server.Resting);
        await Refused.WithAsync("HypervisorInMaintenanceMode", () => AddAsync(definition, "Resting A"));
    }

    [Theory]
    [InlineData("HostingUnitObjectNotFound", "North A", "/" + Image)]
    [InlineData("PathNotInHostingUnit", "East A", @"XDHyp:\HostingUnits\East B\" + Image)]
    [InlineData("PathWrongType", "East A", "/us-east-1a.availabilityzone")]
    [InlineData("InputPathInvalid", "East A", "not a path")]
    [InlineData("ValueMissing", "East A", "")]
    [InlineData("ValueMissing", "", "/" + Image)]
    [InlineData("InventoryItemNotFound", "East A", "/nothing (ami-0aaaaaaaaaaaaaaaa).template")]
    public async Task A_path_that_leads_to_no_image_of_the_unit_is_refused_and_nothing_is_written(string code, string unit, string path)
    {
        var (definition, _) = await server.DefinitionAsync(server.East);
        await Refused.WithAsync(code, () => AddAsync(definition, unit, path));
        (await server.Specs.ListAsync(definition.ImageDefinitionName, ct: Ct)).Items.Should().BeEmpty();
    }

    private Task<ImageVersionSpecDto> AddAsync(ImageDefinitionDto definition, string unit, string path = "/" + Image, string version = "1") =>
        server.Versions.AddMasterSpecAsync(
            definition.ImageDefinitionName, version, new AddMasterSpecRequest { HostingUnit = unit, MasterImagePath = path }, ct: Ct);
}
