using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;

namespace Darkroom.Core.Tests.Hosting;

public sealed class CustomPropertiesTests
{
    private const string Document =
        """
        <CustomProperties xmlns="http://schemas.citrix.com/2014/xd/machinecreation" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
          <Property xsi:type="StringProperty" Name="UseSystemProxyForHypervisorTrafficOnConnectors" Value="True" />
          <Property xsi:type="StringProperty" Name="Zones" Value="a,b;c" />
        </CustomProperties>
        """;

    [Fact]
    public void The_documented_document_is_read_and_kept_as_it_was_given()
    {
        var properties = CustomProperties.Parse("\r\n" + Document);

        properties.Text.Should().Be("\r\n" + Document);
        properties.Values.Should().BeEquivalentTo(new Dictionary<string, string>
        {
            ["UseSystemProxyForHypervisorTrafficOnConnectors"] = "True",
            ["Zones"] = "a,b;c",
        });
    }

    [Fact]
    public void Names_ignore_case() =>
        CustomProperties.Parse(Document).Values["usesystemproxyforhypervisortrafficonconnectors"].Should().Be("True");

    [Theory]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-16\"?><CustomProperties xmlns=\"http://schemas.citrix.com/2014/xd/machinecreation\"/>", 0)]
    [InlineData("<c:CustomProperties xmlns:c=\"http://schemas.citrix.com/2014/xd/machinecreation\"><Other><Deep/></Other></c:CustomProperties>", 0)]
    [InlineData("One,1", 1)]
    [InlineData("One,1;Two,", 2)]
    [InlineData(" One , 1 ;Two,2;", 2)]
    public void Any_document_with_the_right_root_and_any_pairs_are_read(string text, int count) =>
        CustomProperties.Parse(text).Values.Should().HaveCount(count);

    [Theory]
    [InlineData("One", 3)]
    [InlineData("One,1;Two", 9)]
    [InlineData("One,1;;", 6)]
    [InlineData("One,1;,2", 6)]
    [InlineData("One,1,2", 5)]
    [InlineData("One,1;one,2", 6)]
    [InlineData("One,1\u0000", 5)]
    [InlineData("{\"One\":1}", 9)]
    [InlineData("<CustomProperties/>", 1)]
    [InlineData("<CustomProperties xmlns=\"http://schemas.citrix.com/2014/xd/machinecreation\">\n  <Property", 88)]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><CustomProperties xmlns=\"http://schemas.citrix.com/2014/xd/machinecreation\"/>", 0)]
    [InlineData("\n <", 2)]
    public void Anything_else_is_refused_at_its_position(string text, int position)
    {
        var error = FluentActions.Invoking(() => CustomProperties.Parse(text, "customProperties")).Should().Throw<DarkroomException>().Which.Error;

        error.Code.Should().Be("CustomPropertiesMalformed");
        error.Field.Should().Be("customProperties");
        error.Message.Should().Contain($"from its character {position + 1} on:");
    }

    [Fact]
    public void Sixteen_kilobytes_are_enough()
    {
        var longest = "N," + new string('v', CustomProperties.MaxLength - 2);

        CustomProperties.Parse(longest).Values["N"].Should().HaveLength(CustomProperties.MaxLength - 2);
        FluentActions.Invoking(() => CustomProperties.Parse(longest + "v")).Should().Throw<DarkroomException>().Which.Error.Code.Should().Be("ValueTooLong");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n")]
    public void Nothing_given_is_no_properties(string? text) => CustomProperties.ParseOptional(text).Should().BeNull();
}
