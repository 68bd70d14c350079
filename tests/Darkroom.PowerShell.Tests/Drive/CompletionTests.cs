using System.Management.Automation;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Drive;

/// <summary>The tabulator on the drive. PowerShell completes paths with two commands of a module of its own, which is stood in for here.</summary>
public sealed class CompletionTests(DriveServer server) : IClassFixture<DriveServer>
{
    private const string Management =
        """
        Import-Module (New-Module -Name Microsoft.PowerShell.Management -ScriptBlock {
            function Resolve-Path([string] $Path) { $ExecutionContext.SessionState.Path.GetResolvedPSPathFromPSPath($Path) }
            function Get-ChildItem([string] $LiteralPath) { $ExecutionContext.InvokeProvider.ChildItem.Get($LiteralPath, $false, $false, $true) }
        })
        """;

    [Theory]
    [InlineData(@"Get-Item XDHyp:\Host", "HostingUnits")]
    [InlineData(@"Get-Item XDHyp:\HostingUnits\", "demo")]
    [InlineData(@"Get-Item xdhyp:/hostingunits/demo/win11", "win11-2411-ami (ami-0a1124110000000a1).template")]
    [InlineData(@"Get-Item 'XDHyp:\Connections\demo\Default VPC.virtualprivatecloud\us-east-1a.availabilityzone\192.168.0", "192.168.0.0`/20 (vpc-0da4c0000000000a1).network")]
    [InlineData(@"New-ProvImageVersionSpec -MachineProfile XDHyp:\HostingUnits\demo\w2022-2411", "w2022-2411-ami (ami-0a2022000000000a8).template", "w2022-2411 (lt-00123456789abcdef).launchtemplate")]
    public async Task Paths_are_completed_and_what_comes_out_is_found(string typed, params string[] names)
    {
        using var host = await server.EngineAsync();
        (await host.RunAsync(Management)).ShouldSucceed();
        var offered = await host.RunAsync("[System.Management.Automation.CommandCompletion]::CompleteInput($args[0], $args[0].Length, $null).CompletionMatches", typed);
        var matches = offered.ShouldSucceed().Output.Select(match => (CompletionResult)match.BaseObject).ToList();
        matches.Select(match => match.ListItemText).Should().BeEquivalentTo(names);
        foreach (var match in matches)
        {
            var found = await host.RunAsync($"Get-Item {match.CompletionText} | Select-Object -ExpandProperty PSChildName");
            found.ShouldSucceed().Output.Should().ContainSingle().Which.BaseObject.Should().Be(match.ListItemText);
        }
    }

    [Theory]
    [InlineData("New-Item XDHyp:\\HostingUnits\\completed -RootPath 'XDHyp:\\Connections\\demo\\Default VPC.virtualprivatecloud' -NetworkPath ", "'XDHyp:\\Connections\\demo\\Default VPC.virtualprivatecloud\\us-east-1a.availabilityzone\\192.168.0", "; Remove-Item XDHyp:\\HostingUnits\\completed")]
    [InlineData("Set-Item XDHyp:\\HostingUnits\\demo -NetworkPath ", "'XDHyp:\\Connections\\demo\\Default VPC.virtualprivatecloud\\us-east-1a.availabilityzone\\192.168.0", "")]
    [InlineData("Test-ProvImageVersionSpec -SourceImageVersionSpecUid $master -NetworkMapping @{ '0' = ", "'XDHyp:\\HostingUnits\\demo\\us-east-1a.availabilityzone\\192.168.0", " } | Where-Object Check -eq NetworkMapping | ForEach-Object { if ($_.Result -ne 'Passed') { throw $_.Message } }")]
    public async Task A_subnet_that_was_completed_is_taken(string before, string typed, string after)
    {
        using var host = await server.EngineAsync();
        (await host.RunAsync(Management)).ShouldSucceed();
        var master = await DemoScene.MasterSpecAsync(server.Server.Administrator, $"completed {Guid.NewGuid():N}", TestContext.Current.CancellationToken);
        (await host.RunAsync("$master = $args[0]", master.ImageVersionSpecUid)).ShouldSucceed();
        var offered = await host.RunAsync("[System.Management.Automation.CommandCompletion]::CompleteInput($args[0], $args[0].Length, $null).CompletionMatches", before + typed);
        var match = (CompletionResult)offered.ShouldSucceed().Output.Should().ContainSingle().Subject.BaseObject;
        (await host.RunAsync(before + match.CompletionText + after)).ShouldSucceed();
    }

    [Fact]
    public async Task Files_are_offered_for_nothing_that_is_no_path()
    {
        using var host = await server.EngineAsync();
        string[] paths = ["MasterImagePath", "MachineProfile", "NetworkMapping", "ServiceOffering", "InputObject"];
        string[] common = [.. Cmdlet.CommonParameters, .. Cmdlet.OptionalCommonParameters];
        var cmdlets = (await host.RunAsync("Get-Command -Module Darkroom -CommandType Cmdlet")).ShouldSucceed().Output.Select(found => (CmdletInfo)found.BaseObject);
        var offered = new List<string>();
        foreach (var (cmdlet, parameter) in cmdlets.SelectMany(cmdlet => cmdlet.Parameters.Values.Select(parameter => (cmdlet.Name, parameter))))
        {
            if (paths.Contains(parameter.Name) || common.Contains(parameter.Name) || parameter.SwitchParameter || parameter.ParameterType.IsEnum
                || parameter.ParameterType == typeof(bool) || Nullable.GetUnderlyingType(parameter.ParameterType) is { } inner && (inner.IsEnum || inner == typeof(bool)))
            {
                continue;
            }

            if (!parameter.Attributes.OfType<ArgumentCompleterAttribute>().Any()) offered.Add($"{cmdlet} -{parameter.Name}");
        }

        offered.Should().BeEmpty();
    }

    [Theory]
    [InlineData("New-ProvImageVersionSpec -CustomProperties ")]
    [InlineData("Get-ProvTask -TaskId ")]
    [InlineData(@"New-Item XDHyp:\Connections\new -CustomProperties ")]
    public async Task The_tabulator_offers_nothing_there(string typed)
    {
        using var host = await server.EngineAsync();
        (await host.RunAsync(Management)).ShouldSucceed();
        (await host.RunAsync("[System.Management.Automation.CommandCompletion]::CompleteInput($args[0], $args[0].Length, $null).CompletionMatches", typed))
            .ShouldSucceed().Output.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Get-Item win11", "win11-2411-ami (ami-0a1124110000000a1).template")]
    [InlineData("Get-Item ./us-east-1a.availabilityzone/192", "192.168.0.0`/20 (vpc-0da4c0000000000a1).network")]
    [InlineData(@"Get-Item ..\de", "demo")]
    public async Task Relative_paths_are_completed_as_well(string typed, string name)
    {
        using var host = await server.EngineAsync();
        (await host.RunAsync(Management)).ShouldSucceed();
        (await host.RunAsync($"Set-Location {DriveServer.Unit}")).ShouldSucceed();
        var offered = await host.RunAsync("[System.Management.Automation.CommandCompletion]::CompleteInput($args[0], $args[0].Length, $null).CompletionMatches", typed);
        var match = (CompletionResult)offered.ShouldSucceed().Output.Should().ContainSingle().Subject.BaseObject;
        match.ListItemText.Should().Be(name);
        (await host.RunAsync($"Get-Item {match.CompletionText}")).ShouldSucceed()["PSChildName"].Should().Be(name);
    }

    [Fact]
    public async Task Names_of_connections_are_completed()
    {
        using var host = await server.EngineAsync();
        await server.Server.Administrator.Connections.CreateAsync(
            new() { HypervisorConnectionName = "demo of another", Region = "us-east-1" }, ct: TestContext.Current.CancellationToken);
        var offered = await host.RunAsync(
            "[System.Management.Automation.CommandCompletion]::CompleteInput($args[0], $args[0].Length, $null).CompletionMatches.CompletionText",
            @"New-Item -Path XDHyp:\HostingUnits\new -HypervisorConnectionName de");
        offered.ShouldSucceed().Output.Select(text => text.BaseObject).Should().Equal("demo", "'demo of another'");
    }
}
