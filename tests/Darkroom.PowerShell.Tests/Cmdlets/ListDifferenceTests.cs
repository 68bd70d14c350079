using Darkroom.CmdletList;

namespace Darkroom.PowerShell.Tests.Cmdlets;

/// <summary>The comparison of list and module finds each kind of difference that is planted.</summary>
public sealed class ListDifferenceTests
{
    private static readonly ListedParameter Name = new("Name", Mark.Here, "");

    private static readonly Dictionary<string, IReadOnlyCollection<string>> There = new() { ["Get-It"] = ["Name", "Scope"] };

    [Fact]
    public void What_is_there_as_listed_is_no_difference() =>
        Found(new ListedCmdlet("Get-It", "", Mark.Here, "", [Name, new("Scope", Mark.WithoutEffect, "none"), new("Tag", Mark.NotHere, "never")]),
            new ListedCmdlet("Set-It", "", Mark.NotHere, "later", [Name])).Should().BeEmpty();

    [Fact]
    public void A_cmdlet_that_is_not_listed_is_found() =>
        Found().Should().Equal("Get-It isn't listed");

    [Fact]
    public void A_cmdlet_that_is_listed_and_not_there_is_found() =>
        Found(Whole, new ListedCmdlet("Set-It", "", Mark.Here, "", [Name])).Should().Equal("Set-It is marked as there and isn't");

    [Fact]
    public void A_cmdlet_that_came_and_kept_its_mark_is_found() =>
        Found(Whole with { Mark = Mark.NotHere, Why = "later" }).Should().Equal("Get-It is there and marked as not there");

    [Fact]
    public void A_mark_without_a_reason_is_found() =>
        Found(Whole with { Parameters = [Name, new("Scope", Mark.Refused, "")] }, new ListedCmdlet("Set-It", "", Mark.NotHere, "", []))
            .Should().Equal("Set-It is marked without a reason", "Get-It -Scope is marked without a reason");

    [Fact]
    public void A_parameter_that_is_not_listed_is_found() =>
        Found(Whole with { Parameters = [Name] }).Should().Equal("Get-It -Scope isn't listed");

    [Fact]
    public void A_parameter_that_is_listed_and_not_there_is_found() =>
        Found(Whole with { Parameters = [.. Whole.Parameters, new("Tag", Mark.WithoutEffect, "none")] }).Should().Equal("Get-It -Tag is marked as there and isn't");

    [Fact]
    public void A_parameter_that_came_and_kept_its_mark_is_found() =>
        Found(Whole with { Parameters = [Name, new("Scope", Mark.NotHere, "later")] }).Should().Equal("Get-It -Scope is there and marked as not there");

    private static ListedCmdlet Whole => new("Get-It", "", Mark.Here, "", [Name, new("Scope", Mark.Here, "")]);

    private static IEnumerable<string> Found(params ListedCmdlet[] listed) => ListDifferences.Of(listed, There);
}
