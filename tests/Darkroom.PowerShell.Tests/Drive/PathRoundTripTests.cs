using System.Management.Automation;

namespace Darkroom.PowerShell.Tests.Drive;

/// <summary>Every item can be had again by the path it shows, whatever its name.</summary>
[Trait("Suite", "full")]
public sealed class PathRoundTripTests(DriveServer server) : IClassFixture<DriveServer>
{
    [Fact]
    public async Task An_item_is_found_by_its_full_path_and_by_PowerShells_own()
    {
        using var host = await server.EngineAsync();
        var listed = (await host.RunAsync($"Get-ChildItem {DriveServer.Zone}")).ShouldSucceed().Output.Where(item => Is(item, "vm")).ToList();
        listed.Select(item => Text(item, "Id")).Should().Contain(server.MeanNames.Keys);
        foreach (var item in listed)
        {
            foreach (var path in new[] { Text(item, "FullPath"), Text(item, "PSPath") })
            {
                var found = await host.RunAsync("Get-Item -LiteralPath $args[0]", path);
                found.Errors.Concat(found.Terminated is null ? [] : [found.Terminated]).Select(error => error.ToString()).Should().BeEmpty("of {0}", path);
                var again = found.Output.Should().ContainSingle(path).Subject;
                Text(again, "Id").Should().Be(Text(item, "Id"));
                Text(again, "FullPath").Should().Be(Text(item, "FullPath"));
                Text(again, "PSChildName").Should().Be(Text(item, "FullName"));
                Text(again, "PSParentPath").Should().EndWith(@"::" + DriveServer.Zone);
            }
        }
    }

    [Fact]
    public async Task A_name_without_backticks_will_do_for_Path_once_its_wildcards_are_escaped()
    {
        using var host = await server.EngineAsync();
        var listed = (await host.RunAsync($"Get-ChildItem {DriveServer.Zone}")).ShouldSucceed().Output.Where(item => Is(item, "vm")).ToList();
        foreach (var item in listed.Where(item => !server.MeanNames.GetValueOrDefault(Text(item, "Id"), "").Contains('`')))
        {
            var found = await host.RunAsync("Get-Item -Path $args[0]", WildcardPattern.Escape(Text(item, "FullPath")));
            Text(found.ShouldSucceed().Output.Should().ContainSingle(Text(item, "FullPath")).Subject, "Id").Should().Be(Text(item, "Id"));
        }
    }

    [Fact]
    public async Task A_piped_item_is_found_again()
    {
        using var host = await server.EngineAsync();
        var ids = await host.RunAsync($"Get-ChildItem {DriveServer.Zone} | Get-Item | Select-Object -ExpandProperty Id");
        ids.ShouldSucceed().Output.Select(id => (string)id.BaseObject).Should().Contain(server.MeanNames.Keys).And.Contain("subnet-0da4c000000000a1a");
    }

    [Theory]
    [InlineData(@"XDHyp:\HostingUnits\demo\us-east-1a.availabilityzone")]
    [InlineData(@"xdhyp:/hostingunits/DEMO/US-EAST-1A.AvailabilityZone/")]
    [InlineData(@"XDHyp:\\HostingUnits\/demo\\us-east-1a.availabilityzone\\")]
    [InlineData(@"Darkroom\Citrix.Hypervisor::XDHyp:\HostingUnits\demo\us-east-1a.availabilityzone")]
    [InlineData(@"Citrix.Hypervisor::HostingUnits/demo/us-east-1a.availabilityzone")]
    [InlineData(@"XDHyp:\HostingUnits\demo\..\demo\.\us-east-1a.availabilityzone")]
    public async Task Either_separator_and_any_case_will_do(string path)
    {
        using var host = await server.EngineAsync();
        var found = await host.RunAsync("Get-Item $args[0]", path);
        found.ShouldSucceed()["FullPath"].Should().Be(DriveServer.Zone);
        (await host.RunAsync("Test-Path $args[0]", path)).ShouldSucceed().Output.Single().BaseObject.Should().Be(true);
    }

    [Theory]
    [InlineData(@"192.168.0.0`/20 (vpc-0da4c0000000000a1).network")]
    [InlineData(@"192.168.0.0`\20 (vpc-0da4c0000000000a1).network")]
    [InlineData(@"192.168.0.0``/20 (vpc-0da4c0000000000a1).network")]
    [InlineData(@"192.168.0.0*20*")]
    [InlineData(@"192.168.0.0`/20.network")]
    [InlineData(@"subnet-0da4c000000000a1a.network")]
    public async Task A_subnet_keeps_the_slash_of_its_address_block(string leaf)
    {
        using var host = await server.EngineAsync();
        var found = await host.RunAsync("Get-Item $args[0]", $@"{DriveServer.ConnectionZone}\{leaf}");
        found.ShouldSucceed()["Id"].Should().Be("subnet-0da4c000000000a1a");
        found["PSChildName"].Should().Be("192.168.0.0`/20 (vpc-0da4c0000000000a1).network");
        found["FullPath"].Should().Be(DriveServer.ConnectionZone + @"\192.168.0.0`/20 (vpc-0da4c0000000000a1).network");
    }

    [Fact]
    public async Task Uids_in_braces_stand_for_names()
    {
        using var host = await server.EngineAsync();
        var result = await host.RunAsync(
            $$"""
            $unit = Get-Item {{DriveServer.Unit}}
            Get-Item "XDHyp:\HostingUnits\{$($unit.HostingUnitUid)}" | Select-Object -ExpandProperty FullPath
            Get-Item "XDHyp:\Connections\{$($unit.HypervisorConnection.HypervisorConnectionUid)}" | Select-Object -ExpandProperty FullPath
            Get-Item "XDHyp:\HostingUnits\{$($unit.HostingUnitUid)}\{{DriveServer.Master}}" | Select-Object -ExpandProperty FullPath
            Test-Path 'XDHyp:\HostingUnits\{00000000-0000-0000-0000-000000000000}'
            """);
        result.ShouldSucceed().Output.Select(item => item.BaseObject).Should()
            .Equal(DriveServer.Unit, @"XDHyp:\Connections\demo", $@"{DriveServer.Unit}\{DriveServer.Master}", false);
    }

    private static bool Is(PSObject item, string type) => Text(item, "ObjectTypeName") == type;

    private static string Text(PSObject item, string member) => (string)item.Properties[member].Value;
}
