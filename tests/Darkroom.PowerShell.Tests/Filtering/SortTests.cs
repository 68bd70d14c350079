using Darkroom.PowerShell.Filtering;

namespace Darkroom.PowerShell.Tests.Filtering;

/// <summary>The order of a list, and which properties are left.</summary>
public sealed class SortTests
{
    [Theory]
    [InlineData("Name", "31 1 2 3")]
    [InlineData("+Name", "31 1 2 3")]
    [InlineData("-name", "3 2 1 31")]
    [InlineData("Phase", "1 3 2 31")]
    [InlineData("-Phase", "2 31 3 1")]
    [InlineData("Phase,-Count", "1 3 31 2")]
    [InlineData("Phase;-Count", "1 3 31 2")]
    [InlineData("Phase -Count", "1 3 31 2")]
    [InlineData("Phase(Second,Third)", "3 2 31 1")]
    [InlineData("Phase(Second, first) , -Count", "3 1 31 2")]
    [InlineData("-Phase(Second,Third),Count", "1 2 31 3")]
    [InlineData("Size(<null>,31)", "2 31 1 3")]
    [InlineData("Size(31,<null>)", "31 2 1 3")]
    [InlineData("Ready", "2 31 1 3")]
    [InlineData("-Capability,Count", "2 1 3 31")]
    [InlineData("", "1 2 3 31")]
    public void Objects_are_sorted_and_equal_ones_stay_as_they_come(string sortBy, string counts) =>
        string.Join(' ', SampleList.Counts(null, sortBy)).Should().Be(counts);

    [Theory]
    [InlineData("Nome", 1)]
    [InlineData("Name,-Nome", 7)]
    [InlineData("Name,*", 6)]
    [InlineData("Phase(First", 1)]
    public void What_cannot_be_sorted_by_is_refused_where_it_stands(string sortBy, int character) =>
        SampleList.Refusal(null, sortBy).Message.Should().StartWith($"-SortBy can't be understood at character {character}:");

    [Fact]
    public void Properties_are_selected_by_name_and_wildcard_in_the_order_given()
    {
        var query = new ListingQuery(typeof(Sample), null, null, ["count", "Na*"], _ => null, SampleList.Now);
        var shown = (System.Management.Automation.PSObject)query.Shown(SampleList.Items[0]);
        shown.Properties.Select(property => (property.Name, property.Value)).Should().Equal(("Count", 1), ("Name", "alpha"));
    }
}
