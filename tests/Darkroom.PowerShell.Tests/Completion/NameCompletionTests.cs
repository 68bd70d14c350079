using System.Management.Automation;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Tests.Host;

namespace Darkroom.PowerShell.Tests.Completion;

/// <summary>The tab key among the server's names.</summary>
public sealed class NameCompletionTests(WscFixture fixture) : IClassFixture<WscFixture>
{
    [Theory]
    [InlineData("Get-ProvImageDefinition -ImageDefinitionName tab", "'tab and space' tabbed")]
    [InlineData("Get-ProvImageVersion tabb", "tabbed")]
    [InlineData("Set-ProvImageDefinition 'tab and", "'tab and space'")]
    [InlineData("Add-ProvImageDefinitionConnection tabbed -HypervisorConnectionName W", "wsc")]
    [InlineData("Add-ProvImageVersionSpec -ImageDefinitionName tabbed -HostingUnitName ", "wsc")]
    [InlineData("Remove-ProvImageDefinition tabb", "tabbed")]
    [InlineData("Remove-ProvImageDefinitionConnection tabbed W", "wsc")]
    [InlineData("Add-ProvImageVersionSpecHostingUnit 01993b52-66c0-70a5-b2bd-04ac6e0e3c05 w", "wsc")]
    [InlineData("Remove-BrokerHypervisorConnection W", "wsc")]
    [InlineData("Get-ConfigZone pr", "Primary")]
    [InlineData("Get-ConfigZone none", "")]
    [InlineData("Set-ProvServiceConfigurationData -Name imagemanagementprep_p", "ImageManagementPrep_PreparationTimeout")]
    [InlineData("Add-PSSnapin citrix.m", "Citrix.MachineCreation.Admin.V2")]
    [InlineData("Get-ProvImageDefinition -AdminAddress 127.0.0.1:1 -ImageDefinitionName tab", "")]
    public async Task Names_that_begin_so_are_offered(string line, string offered)
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        await host.RunAsync("'tabbed', 'tab and space' | ForEach-Object { New-ProvImageDefinition $_ -OsType Windows -VDASessionSupport MultiSession }");
        await host.RunAsync(@"Get-Item XDHyp:\Connections\wsc | New-BrokerHypervisorConnection");
        var result = await host.RunAsync("(TabExpansion2 $args[0] $args[0].Length).CompletionMatches | Where-Object ResultType -eq ParameterValue", line);
        string.Join(' ', result.ShouldSucceed().Output.Select(match => match.Properties["CompletionText"].Value)).Should().Be(offered);
        (await host.RunAsync("Get-ProvImageDefinition tabbed")).ShouldSucceed();
    }

    /// <summary>Names of what isn't there yet, or of what has no list.</summary>
    private static readonly string[] NewNames =
    [
        "New-ProvImageDefinition -ImageDefinitionName", "Rename-ProvImageDefinition -NewImageDefinitionName", "Test-ProvImageDefinitionNameAvailable -ImageDefinitionName",
        "Add-ProvTaskMetadata -Name", "Set-ProvTaskMetadata -Name", "Remove-ProvTaskMetadata -Name", "Get-ConfigZone -ControllerName",
    ];

    [Fact]
    public async Task Each_parameter_that_names_something_completes_its_names() =>
        (await ExportedCmdlets.AllAsync())
            .SelectMany(cmdlet => cmdlet.Parameters.Values
                .Where(parameter => parameter.Name.EndsWith("Name", StringComparison.Ordinal) && parameter.Attributes.OfType<ArgumentCompleterAttribute>().All(completer => completer is NoFilesAttribute))
                .Select(parameter => $"{cmdlet.Name} -{parameter.Name}"))
            .Should().BeEquivalentTo(NewNames);
}
