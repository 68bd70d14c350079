using Darkroom.PowerShell.Tests.Host;

namespace Darkroom.PowerShell.Tests.SnapIns;

/// <summary>Scripts that add snap-ins first, on a machine where no server is known.</summary>
public sealed class SnapInTests
{
    [Theory]
    [InlineData("Add-PSSnapin Citrix.MachineCreation.Admin.V2", "")]
    [InlineData("asnp citrix*", "")]
    [InlineData("Add-PSSnapin -Name 'Citrix.Host.Admin.V2', 'citrix.machinecreation.*' -PassThru", "Citrix.Host.Admin.V2 Citrix.MachineCreation.Admin.V2")]
    [InlineData("if ($null -eq (Get-PSSnapin Citrix.Broker* -ErrorAction SilentlyContinue)) { 'none' }", "")]
    [InlineData("Get-PSSnapin -Registered -Name *.Host.*", "Citrix.Host.Admin.V2")]
    public async Task Documented_names_are_taken_with_and_without_wildcards(string script, string names)
    {
        using var host = PowerShellHost.Start();
        var result = await host.RunAsync(script);
        string.Join(' ', result.ShouldSucceed().Output.Select(snapIn => snapIn.Properties["Name"]?.Value)).Should().Be(names);
    }

    [Fact]
    public async Task An_unknown_name_is_an_error_that_says_which_there_are_and_not_the_end()
    {
        using var host = PowerShellHost.Start();
        var result = await host.RunAsync("Add-PSSnapin Citrix.Nothing.V1, Citrix.Host.Admin.V2 -PassThru; 'after'");
        result.ShouldFail("SnapInUnknown").ErrorDetails.RecommendedAction.Should().Contain("Citrix.MachineCreation.Admin.V2");
        result.Output.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("Add-PSSnapin '[a', Citrix.Host.Admin.V2 -PassThru")]
    [InlineData("Get-PSSnapin '[a', Citrix.Host.Admin.V2")]
    public async Task A_name_that_is_no_pattern_is_an_error_and_not_the_end(string script)
    {
        using var host = PowerShellHost.Start();
        var result = await host.RunAsync(script);
        result.ShouldFail("InvalidFilter").TargetObject.Should().Be("[a");
        result.Output.Should().ContainSingle();
    }
}
