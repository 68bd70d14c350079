using Darkroom.PowerShell.Drive;

namespace Darkroom.PowerShell.Tests.Drive;

/// <summary>Hosting units on the drive, made, changed and removed as existing scripts do.</summary>
public sealed class HostingUnitTests(DriveServer server) : IClassFixture<DriveServer>
{
    private const string Root = @"XDHyp:\Connections\demo\Default VPC.virtualprivatecloud";
    private const string Subnet = DriveServer.ConnectionZone + @"\192.168.0.0`/20 (vpc-0da4c0000000000a1).network";
    private const string Other = DriveServer.ConnectionZone + @"\192.168.240.0`/28 (vpc-0da4c0000000000a1).network";

    [Fact]
    public async Task The_documented_values_make_a_hosting_unit()
    {
        using var host = await server.EngineAsync();
        var made = await host.RunAsync(
            $$"""
            $new = @{
                Path = @('XDHyp:\HostingUnits\documented')
                HypervisorConnectionName = 'demo'
                RootPath = '{{Root}}\'
                AvailabilityZonePath = @('{{DriveServer.ConnectionZone}}')
                NetworkPath = @('{{Subnet}}', '{{Other}}')
                StoragePath = @()
                PersonalvDiskStoragePath = @()
                JobGroup = [guid]::NewGuid()
            }
            New-Item @new
            """);
        made.ShouldSucceed();
        made.Warnings.Should().BeEmpty();
        var unit = (HostingUnit)made.Output.Single().BaseObject;
        unit.HostingUnitName.Should().Be("documented");
        unit.Networks.Select(network => network.NetworkId).Should().Equal("subnet-0da4c000000000a1a", unit.Networks[1].NetworkId);
        unit.Networks.Select(network => network.NetworkPath).Should().Equal(Subnet, Other);
    }

    [Theory]
    [InlineData("by-uid", $"-HypervisorConnectionUid (Get-Item XDHyp:\\Connections\\demo).HypervisorConnectionUid -RootPath 'Default VPC.virtualprivatecloud' -AvailabilityZonePath us-east-1a -NetworkPath '{Subnet}'")]
    [InlineData("by-path", $"-RootPath '{Root}' -NetworkPath '{Subnet}'")]
    [InlineData("by-items", $"-RootPath (Get-Item '{Root}') -AvailabilityZonePath (Get-Item '{DriveServer.ConnectionZone}') -NetworkPath (Get-ChildItem '{DriveServer.ConnectionZone}' | Where-Object Id -eq subnet-0da4c000000000a1a)")]
    [InlineData("with warnings", $"-RootPath '{Root}' -NetworkPath '{Subnet}' -NoVmTagging -UseLocalStorageCaching -GpuGroup g")]
    public async Task What_the_paths_say_need_not_be_said_again(string name, string given)
    {
        using var host = await server.EngineAsync();
        var made = await host.RunAsync($@"New-Item -Path XDHyp:\HostingUnits -Name '{name}' {given}");
        ((HostingUnit)made.ShouldSucceed().Output.Single().BaseObject).AvailabilityZones.Single().AvailabilityZoneId.Should().Be("us-east-1a");
        made.Warnings.Should().HaveCount(name == "with warnings" ? 3 : 0);
    }

    [Theory]
    [InlineData($@"New-Item XDHyp:\HostingUnits\x -HypervisorConnectionName nobody -RootPath '{Root}' -NetworkPath '{Subnet}'", "ConnectionNameOrUidInvalid")]
    [InlineData($@"New-Item XDHyp:\HostingUnits\x -RootPath 'Default VPC.virtualprivatecloud' -NetworkPath '{Subnet}'", "ConnectionNameOrUidInvalid")]
    [InlineData($@"New-Item XDHyp:\HostingUnits\x -HypervisorConnectionName demo -NetworkPath '{Subnet}'", "HostingUnitRootPathInvalid")]
    [InlineData($@"New-Item XDHyp:\HostingUnits\x -RootPath 'XDHyp:\Connections\demo\Other VPC.virtualprivatecloud' -NetworkPath '{Subnet}'", "HostingUnitRootPathInvalid")]
    [InlineData($@"New-Item XDHyp:\HostingUnits\x -RootPath '{Root}'", "HostingUnitNetworkPathInvalid")]
    [InlineData($@"New-Item XDHyp:\HostingUnits\x -RootPath '{Root}' -AvailabilityZonePath us-east-1b -NetworkPath '{Subnet}'", "HostingUnitNetworkPathInvalid")]
    [InlineData($@"New-Item XDHyp:\HostingUnits\x -RootPath '{Root}' -NetworkPath subnet-0da4c000000000a1a.network", "HostingUnitAvailabilityZonePathInvalid")]
    [InlineData($@"New-Item XDHyp:\HostingUnits\x -RootPath '{Root}' -AvailabilityZonePath a, b -NetworkPath '{Subnet}'", "HostingUnitAvailabilityZonePathInvalid")]
    [InlineData($@"New-Item XDHyp:\HostingUnits\x -RootPath '{Root}' -NetworkPath '{Subnet}' -StoragePath some.storage", "HostingUnitStoragePathInvalid")]
    [InlineData($@"New-Item XDHyp:\HostingUnits\demo -RootPath '{Root}' -NetworkPath '{Subnet}'", "HostingUnitDuplicateObjectExists")]
    [InlineData($@"New-Item XDHyp:\HostingUnits\demo\group -ItemType SecurityGroup -Description d -VpcId vpc-0da4c0000000000a1", "CannotCreateSecurityGroupHere")]
    [InlineData($@"New-Item -Path XDHyp:\HostingUnits\demo -Name group.securitygroup -ItemType SecurityGroup", "CannotCreateSecurityGroupHere")]
    [InlineData($@"Set-Item XDHyp:\HostingUnits\demo -NetworkPath nothing.network", "HostingUnitNetworkPathInvalid")]
    [InlineData($@"Set-Item XDHyp:\HostingUnits\demo -NetworkPath @()", "NothingToChange")]
    [InlineData($@"Set-Item XDHyp:\HostingUnits\nobody -NetworkPath '{Subnet}'", "HostingUnitObjectToUpdateDoesNotExist")]
    public async Task What_cannot_be_done_is_refused_with_the_documented_name(string script, string code)
    {
        using var host = await server.EngineAsync();
        var error = (await host.RunAsync(script)).ShouldFail(code);
        error.TargetObject.Should().BeOfType<string>().Which.Should().StartWith(@"XDHyp:\HostingUnits\");
        error.ErrorDetails.RecommendedAction.Should().NotBeEmpty();
    }

    [Theory]
    [InlineData($@"-NetworkPath subnet-0da4c000000000a1a.network", "subnet-0da4c000000000a1a.network")]
    [InlineData($@"-NetworkPath '{Root}'", Root)]
    [InlineData($@"-AvailabilityZonePath us-east-1b -NetworkPath '{Subnet}'", "leads through the zone 'us-east-1a'; the hosting unit is in 'us-east-1b'")]
    [InlineData($@"-AvailabilityZonePath us-east-1z -NetworkPath '{Subnet}'", $"no 'us-east-1z.availabilityzone' in {Root}")]
    [InlineData($@"-NetworkPath '{DriveServer.ConnectionZone}\10.9.9.0`/24 (vpc-0da4c0000000000a1).network'", $"in {DriveServer.ConnectionZone}")]
    public async Task A_refusal_names_the_path_that_is_wrong_and_none_below_the_unit_that_is_not_there(string given, string named)
    {
        using var host = await server.EngineAsync();
        var said = (await host.RunAsync($@"New-Item XDHyp:\HostingUnits\not-there -RootPath '{Root}' {given}")).Errors.Should().ContainSingle().Subject.ToString();
        said.Should().Contain(named).And.NotContain(@"XDHyp:\HostingUnits\not-there");
    }

    [Fact]
    public async Task A_hosting_unit_is_changed_renamed_and_removed()
    {
        using var host = await server.EngineAsync();
        var result = await host.RunAsync(
            $$"""
            $made = New-Item XDHyp:\HostingUnits\lives -RootPath '{{Root}}' -NetworkPath '{{Subnet}}'
            Set-Item XDHyp:\HostingUnits\lives -NetworkPath '{{Other}}', '{{Subnet}}'
            (Get-Item XDHyp:\HostingUnits\lives).Networks.Count
            (Get-Item XDHyp:\HostingUnits\lives).NetworkPath
            Rename-Item XDHyp:\HostingUnits\lives -NewName moved
            (Get-Item XDHyp:\HostingUnits\moved).HostingUnitUid -eq $made.HostingUnitUid
            Remove-Item -LiteralPath XDHyp:\HostingUnits\moved -Force
            Test-Path XDHyp:\HostingUnits\moved
            """);
        result.ShouldSucceed().Output.Select(item => item.BaseObject).Should().Equal(2, Other, true, false);
    }

    [Fact]
    public async Task A_name_that_is_taken_cannot_be_taken_by_renaming()
    {
        using var host = await server.EngineAsync();
        (await host.RunAsync($@"New-Item XDHyp:\HostingUnits\second -RootPath '{Root}' -NetworkPath '{Subnet}'")).ShouldSucceed();
        (await host.RunAsync(@"Rename-Item XDHyp:\HostingUnits\second demo")).ShouldFail("HostingUnitDuplicateNameExists");
    }
}
