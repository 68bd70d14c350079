namespace Darkroom.Server.Tests.Images;

public sealed class BindingTests(ImageServer server) : IClassFixture<ImageServer>
{
    private const string Properties =
        """<CustomProperties xmlns="http://schemas.citrix.com/2014/xd/machinecreation"><Property Name="Tier" Value="gold"/></CustomProperties>""";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Binding_twice_is_binding_once_and_sets_the_properties()
    {
        var (definition, _) = await server.DefinitionAsync();
        var name = definition.ImageDefinitionName;
        await server.Definitions.AddConnectionAsync(name, "east", "Tier,silver", ct: Ct);
        var again = await server.Definitions.AddConnectionAsync(name, $"{server.East.Uid}", Properties, ct: Ct);

        var shown = (await server.Definitions.GetAsync(name, Ct)).Connections.Should().ContainSingle().Subject;
        shown.Should().Be(again);
        shown.CustomProperties.Should().Be(Properties);
        shown.HypervisorConnectionName.Should().Be("East");
        (await server.Definitions.AddConnectionAsync(name, "East", ct: Ct)).CustomProperties.Should().BeNull();
    }

    [Fact]
    public async Task Malformed_properties_and_unknown_connections_bind_nothing()
    {
        var (definition, _) = await server.DefinitionAsync();
        var name = definition.ImageDefinitionName;
        await Refused.WithAsync("CustomPropertiesMalformed", () => server.Definitions.AddConnectionAsync(name, "East", "Tier", ct: Ct));
        await Refused.WithAsync("HypervisorConnectionObjectNotFound", () => server.Definitions.AddConnectionAsync(name, "North", ct: Ct));
        (await server.Definitions.GetAsync(name, Ct)).Connections.Should().BeEmpty();
    }

    [Fact]
    public async Task A_binding_goes_once_no_spec_lies_on_its_connection()
    {
        var (definition, version) = await server.DefinitionAsync(server.East, server.West);
        var name = definition.ImageDefinitionName;
        var spec = await server.PlantMasterAsync(version, server.EastA);

        var refused = await Refused.WithAsync("ImageDefinitionConnectionInUse", () => server.Definitions.RemoveConnectionAsync(name, "East", ct: Ct));
        refused.Detail.Should().ContainAll("the master spec of version 1", "'East'");
        await server.Definitions.RemoveConnectionAsync(name, "West", ct: Ct);
        await server.RemoveSpecAsync(spec.Uid);
        await server.Definitions.RemoveConnectionAsync(name, "East", ct: Ct);
        (await server.Definitions.GetAsync(name, Ct)).Connections.Should().BeEmpty();
        await Refused.WithAsync("ImageDefinitionConnectionNotFound", () => server.Definitions.RemoveConnectionAsync(name, "East", ct: Ct));
    }

    [Fact]
    public async Task A_binding_stays_while_a_spec_may_be_used_on_its_connection()
    {
        var (definition, version) = await server.DefinitionAsync(server.East, server.West);
        var master = await server.PlantMasterAsync(version, server.EastA);
        await server.PlantAsync(new Core.Images.ImageVersionSpecHostingUnit { SpecUid = master.Uid, HostingUnitUid = server.WestA.Uid, IsPrimary = false });
        await Refused.WithAsync(
            "ImageDefinitionConnectionInUse", () => server.Definitions.RemoveConnectionAsync(definition.ImageDefinitionName, "West", ct: Ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task A_name_that_a_url_would_drop_leads_to_nothing_else(string connection)
    {
        var (definition, _) = await server.DefinitionAsync();
        var name = definition.ImageDefinitionName;
        await Refused.WithAsync("InputNameInvalid", async () => await server.Definitions.RemoveConnectionAsync(name, connection, ct: Ct));
        (await server.Definitions.GetAsync(name, Ct)).ImageDefinitionUid.Should().Be(definition.ImageDefinitionUid);
    }
}
