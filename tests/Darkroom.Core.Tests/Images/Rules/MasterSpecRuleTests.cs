using Darkroom.Core.Images;
using Darkroom.Core.Images.Rules;

namespace Darkroom.Core.Tests.Images.Rules;

public sealed class MasterSpecRuleTests
{
    [Fact]
    public void A_second_master_spec_is_refused_naming_the_first()
    {
        var first = Guid.CreateVersion7();
        OneMasterSpecPerVersion.Check(Some.Version(), "Golden", null);
        var error = Refusal.Of(() => OneMasterSpecPerVersion.Check(Some.Version(), "Golden", first));
        error.Code.Should().Be(ImageErrors.MasterSpecExists.Code);
        error.Message.Should().ContainAll("3", "Golden", first.ToString());
    }

    [Fact]
    public void A_second_hosting_unit_is_refused_naming_the_pinned_one()
    {
        var (zoneA, zoneB) = (Some.Unit("ZoneA"), Some.Unit("ZoneB"));
        OneHostingUnitPerDefinition.Check("Golden", zoneA, null);
        OneHostingUnitPerDefinition.Check("Golden", zoneA, zoneA);
        var error = Refusal.Of(() => OneHostingUnitPerDefinition.Check("Golden", zoneB, zoneA));
        error.Code.Should().Be(ImageErrors.DefinitionPinned.Code);
        error.Remedy.Should().Contain("'ZoneA'");
        error.Field.Should().Be("hostingUnit");
    }

    [Fact]
    public void A_definition_bound_to_nothing_is_told_how_to_bind_it()
    {
        var connection = Some.Connection("East");
        var error = Refusal.Of(() => DefinitionIsBoundToConnection.Check("Golden", Some.Unit("ZoneA", connection), connection, []));
        error.Code.Should().Be(ImageErrors.DefinitionHasNoConnection.Code);
        error.Remedy.Should().Be("Bind it to the connection 'East', then add the spec again.");
    }

    [Fact]
    public void A_definition_bound_elsewhere_names_where()
    {
        var (east, west, north) = (Some.Connection("East"), Some.Connection("West"), Some.Connection("North"));
        DefinitionIsBoundToConnection.Check("Golden", Some.Unit("ZoneA", east), east, [west, east]);
        var error = Refusal.Of(() => DefinitionIsBoundToConnection.Check("Golden", Some.Unit("ZoneA", east), east, [west, north]));
        error.Code.Should().Be(ImageErrors.DefinitionNotOnConnection.Code);
        error.Message.Should().ContainAll("'North', 'West'", "'East'", "'ZoneA'");
    }

    [Fact]
    public void The_all_zero_uid_is_a_placeholder()
    {
        SpecUidIsNoPlaceholder.Check(Guid.CreateVersion7());
        Refusal.Of(() => SpecUidIsNoPlaceholder.Check(Guid.Empty)).Code.Should().Be(ImageErrors.SpecUidIsPlaceholder.Code);
    }
}
