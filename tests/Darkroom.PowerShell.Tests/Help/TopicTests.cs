using System.Management.Automation;
using System.Reflection;
using Darkroom.PowerShell.Drive;
using Darkroom.PowerShell.Tests.Host;

namespace Darkroom.PowerShell.Tests.Help;

/// <summary>The topics of the module, as Get-Help finds them.</summary>
public sealed class TopicTests
{
    [Theory]
    [InlineData("about_Darkroom", "DARKROOM_URL")]
    [InlineData("about_XDHyp", "launchtemplateversion")]
    [InlineData("about_Darkroom_Filtering", "-notcontains")]
    public async Task A_topic_is_found_by_its_name(string topic, string word) => (await TextAsync(topic)).Should().StartWith("TOPIC").And.Contain(topic).And.Contain(word);

    [Fact]
    public async Task Each_parameter_that_the_drive_adds_to_item_commands_is_told()
    {
        var text = await TextAsync("about_XDHyp");
        var added = typeof(ServerParameters).Assembly.GetTypes()
            .Where(type => typeof(ServerParameters).IsAssignableFrom(type))
            .SelectMany(type => type.GetProperties())
            .Where(property => property.GetCustomAttribute<ParameterAttribute>() is not null)
            .Select(property => property.Name)
            .Distinct()
            .ToList();
        added.Should().Contain("HypervisorAddress").And.Contain("NetworkPath");
        added.Where(name => !text.Contains($"-{name}", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public async Task Topics_fit_into_a_window()
    {
        foreach (var topic in new[] { "about_Darkroom", "about_XDHyp", "about_Darkroom_Filtering" })
        {
            (await TextAsync(topic)).Split('\n').Where(line => line.Length > 120).Should().BeEmpty();
        }
    }

    private static async Task<string> TextAsync(string topic)
    {
        using var host = PowerShellHost.Start();
        var found = await host.RunAsync("Get-Help $args[0]", topic);
        return found.ShouldSucceed().Output.Should().ContainSingle().Subject.ToString();
    }
}
