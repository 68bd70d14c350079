using System.Management.Automation;
using Darkroom.PowerShell.Drive;

namespace Darkroom.PowerShell.Tests.Drive;

/// <summary>What lies on the drive, and what scripts read of it.</summary>
public sealed class ItemTests(DriveServer server) : IClassFixture<DriveServer>
{
    [Fact]
    public async Task The_drive_has_two_roots()
    {
        using var host = await server.EngineAsync();
        var result = await host.RunAsync(@"Get-ChildItem XDHyp:\ | Select-Object -ExpandProperty Name; Get-ChildItem XDHyp:\ -Name");
        result.ShouldSucceed().Output.Select(name => name.BaseObject).Should().Equal("Connections", "HostingUnits", "Connections", "HostingUnits");
    }

    [Fact]
    public async Task A_hosting_unit_has_the_members_that_scripts_read()
    {
        using var host = await server.EngineAsync();
        var unit = (HostingUnit)(await host.RunAsync($"Get-Item {DriveServer.Unit}")).ShouldSucceed().Output.Single().BaseObject;
        unit.HypervisorConnection.HypervisorConnectionName.Should().Be("demo");
        unit.RootPath.Should().Be(@"XDHyp:\Connections\demo\Default VPC.virtualprivatecloud");
        unit.RootId.Should().Be("vpc-0da4c0000000000a1");
        unit.NetworkId.Should().Be("subnet-0da4c000000000a1a");
        unit.NetworkPath.Should().StartWith(DriveServer.ConnectionZone);
        unit.AvailabilityZones.Should().ContainSingle().Which.AvailabilityZonePath.Should().Be(DriveServer.ConnectionZone);
        unit.Storage.Should().BeEmpty();
        unit.VMTaggingEnabled.Should().BeTrue();
    }

    [Fact]
    public async Task Scripts_list_the_subnets_of_a_unit_by_a_path_they_build()
    {
        using var host = await server.EngineAsync();
        var result = await host.RunAsync(
            """
            Set-Location Variable:
            $unit = Get-ChildItem XDHyp:\HostingUnits | Where-Object { $_.HypervisorConnection.HypervisorConnectionName -eq 'demo' }
            $built = "$($unit.RootPath)\$($unit.AvailabilityZones[0].AvailabilityZoneId).availabilityzone"
            Get-ChildItem $built | Where-Object ObjectTypeName -eq 'network' | Select-Object -ExpandProperty FullPath
            (Get-ChildItem "$($unit.RootPath)\\$($unit.AvailabilityZones[0].AvailabilityZoneId).availabilityzone\" | Where-Object { $_.ObjectType -eq 'Network' }).Count
            """);
        result.ShouldSucceed().Output.Select(item => item.BaseObject).Should().Equal(
            DriveServer.ConnectionZone + "\\192.168.0.0`/20 (vpc-0da4c0000000000a1).network",
            DriveServer.ConnectionZone + "\\192.168.240.0`/28 (vpc-0da4c0000000000a1).network",
            2);
    }

    [Fact]
    public async Task An_item_has_the_documented_members_and_PowerShells_own()
    {
        using var host = await server.EngineAsync();
        var result = await host.RunAsync($@"Get-ChildItem {DriveServer.Unit} | Where-Object Id -eq 'ami-00123456789abcdef'");
        result.ShouldSucceed()["Name"].Should().Be("win10-2411-ami (ami-00123456789abcdef)");
        result["FullName"].Should().Be(DriveServer.Master);
        result["FullPath"].Should().Be($@"{DriveServer.Unit}\{DriveServer.Master}");
        result["ObjectPath"].Should().BeOfType<string>().Which.Should().NotBeEmpty();
        (result["ObjectType"], result["ObjectTypeName"]).Should().Be(("Template", "template"));
        (result["IsContainer"], result["IsSymLink"], result["IsMachine"]).Should().Be((false, false, false));
        result["AdditionalData"].Should().BeOfType<Dictionary<string, string>>().Which.Should().NotBeEmpty();
        result["PSPath"].Should().Be($@"Darkroom\Citrix.Hypervisor::{DriveServer.Unit}\{DriveServer.Master}");
        result["PSParentPath"].Should().Be($@"Darkroom\Citrix.Hypervisor::{DriveServer.Unit}");
        result["PSChildName"].Should().Be(DriveServer.Master);
        result["PSIsContainer"].Should().Be(false);
        ((PSDriveInfo)result["PSDrive"]!).Name.Should().Be("XDHyp");
        ((ProviderInfo)result["PSProvider"]!).Name.Should().Be("Citrix.Hypervisor");
    }

    [Fact]
    public async Task A_size_is_found_by_its_name_and_by_its_type()
    {
        using var host = await server.EngineAsync();
        var result = await host.RunAsync(
            $@"Get-Item '{DriveServer.Unit}\T3 Medium Instance.serviceoffering', '{DriveServer.Unit}\t3.medium.serviceoffering' | Select-Object -ExpandProperty Id");
        result.ShouldSucceed().Output.Select(id => id.BaseObject).Should().Equal("t3.medium", "t3.medium");
    }

    [Fact]
    public async Task Recursion_goes_as_deep_as_it_is_told()
    {
        using var host = await server.EngineAsync();
        var types = await host.RunAsync($"Get-ChildItem {DriveServer.Unit} -Recurse | Select-Object -ExpandProperty ObjectTypeName");
        types.ShouldSucceed().Output.Select(type => type.BaseObject).Should().Contain(["launchtemplateversion", "vm", "network", "template"]);

        var shallow = await host.RunAsync(@"Get-ChildItem XDHyp:\Connections -Recurse -Depth 1 | Select-Object -ExpandProperty PSChildName");
        shallow.ShouldSucceed().Output.Select(name => name.BaseObject).Should().Equal("demo", "Default VPC.virtualprivatecloud");
    }

    [Fact]
    public async Task Machines_that_Darkroom_made_are_shown_by_force_alone()
    {
        using var host = await server.EngineAsync();
        var path = $@"{DriveServer.Zone}\{DriveServer.HiddenMachine} ({DriveServer.HiddenMachine}).vm";
        var result = await host.RunAsync(
            $"""
            @(Get-ChildItem {DriveServer.Zone} | Where-Object Id -eq {DriveServer.HiddenMachine}).Count
            @(Get-ChildItem {DriveServer.Zone} -Force | Where-Object Id -eq {DriveServer.HiddenMachine}).Count
            Get-Item '{path}' -Force | Select-Object -ExpandProperty IsMachine
            Test-Path '{path}'
            """);
        result.ShouldSucceed().Output.Select(item => item.BaseObject).Should().Equal(0, 1, true, false);
    }

    [Fact]
    public async Task Names_may_have_wildcards()
    {
        using var host = await server.EngineAsync();
        var result = await host.RunAsync($@"Get-Item {DriveServer.Unit}\win10-*-ami*.template | Select-Object -ExpandProperty ObjectTypeName");
        result.ShouldSucceed().Output.Select(type => type.BaseObject).Should().HaveCountGreaterThan(5).And.OnlyContain(type => type.Equals("template"));
        (await host.RunAsync(@"Get-Item XDHyp:\*\demo | Select-Object -ExpandProperty FullPath")).ShouldSucceed()
            .Output.Select(path => path.BaseObject).Should().Equal(@"XDHyp:\Connections\demo", DriveServer.Unit);
    }

    [Fact]
    public async Task One_stands_on_the_drive_as_on_any_other()
    {
        using var host = await server.EngineAsync();
        var result = await host.RunAsync(
            $"""
            Set-Location {DriveServer.Unit}
            Get-Item us-east-1a.availabilityzone | Select-Object -ExpandProperty FullPath
            Get-Item .\win10-2411* | Select-Object -ExpandProperty Id
            Set-Location us-east-1a.availabilityzone
            Get-ChildItem 192* | Select-Object -ExpandProperty Id
            Get-Item '192.168.0.0`/20 (vpc-0da4c0000000000a1).network' | Select-Object -ExpandProperty Id
            Get-Item .. | Select-Object -ExpandProperty FullPath
            Set-Location ..\..\..\Connections
            Get-ChildItem | Select-Object -ExpandProperty PSChildName
            Set-Location XDHyp:
            Test-Path demo
            """);
        result.ShouldSucceed().Output.Select(item => item.BaseObject).Should().Equal(
            DriveServer.Zone, "ami-00123456789abcdef", "subnet-0da4c000000000a1a", "subnet-0da4c000000000a1a", DriveServer.Unit, "demo", true);
    }

    [Fact]
    public async Task What_the_engine_does_not_leave_to_the_drive_it_refuses_itself()
    {
        using var host = await server.EngineAsync();
        (await host.RunAsync(@"Get-ChildItem XDHyp:\Connections -Filter d*")).ShouldFail("NotSupported");
        (await host.RunAsync(@"Get-Item XDHyp:\Connections\nothing")).ShouldFail("PathNotFound").Exception.Should().BeOfType<ItemNotFoundException>();
    }

    [Fact]
    public async Task Something_that_cannot_be_looked_at_says_why_and_the_next_one_is_shown()
    {
        using var host = await server.EngineAsync();
        var ct = TestContext.Current.CancellationToken;
        await server.Server.Administrator.Connections.CreateAsync(new() { HypervisorConnectionName = "resting", Region = "us-east-1" }, ct: ct);
        await server.Server.Administrator.Connections.UpdateAsync("resting", new() { MaintenanceMode = true }, ct: ct);
        var result = await host.RunAsync(@"'XDHyp:\Connections\resting', 'XDHyp:\Connections\demo' | Get-ChildItem");
        var error = result.ShouldFail("HypervisorInMaintenanceMode");
        error.TargetObject.Should().Be(@"XDHyp:\Connections\resting");
        error.ErrorDetails.RecommendedAction.Should().NotBeEmpty();
        result.Output.Should().ContainSingle();
        (await host.RunAsync(@"Get-Item 'XDHyp:\Connections\resting\a.virtualprivatecloud'")).ShouldFail("HypervisorInMaintenanceMode");
        (await host.RunAsync(@"Remove-Item XDHyp:\Connections\resting")).ShouldSucceed();
    }
}
