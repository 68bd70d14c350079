using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Zones;

/// <summary>The zone whose uid scripts hand on, asked for before any snap-in is added.</summary>
public sealed class ZoneTests(DarkroomServerFixture fixture) : IClassFixture<DarkroomServerFixture>
{
    [Fact]
    public async Task The_primary_zone_is_found_by_each_of_its_parameters()
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        var zone = await host.RunAsync("$zone = Get-ConfigZone; $zone");
        zone.ShouldSucceed()["Uid"].Should().BeOfType<Guid>().Which.Should().NotBeEmpty();
        zone["IsPrimary"].Should().Be(true);
        (await host.RunAsync("(Get-ConfigZone $zone.Name -Uid $zone.Uid -IsPrimary $true -ControllerName $zone.ControllerNames[0] -Filter 'IsHealthy').Uid"))
            .ShouldSucceed().Output[0].BaseObject.Should().Be(zone["Uid"]);
        (await host.RunAsync("Get-ConfigZone -IsPrimary $false; Get-ConfigZone nowhere*")).ShouldSucceed().Output.Should().BeEmpty();
    }

    [Theory]
    [InlineData("Name -like '*'")]
    [InlineData("Uid -eq $zone.Uid")]
    [InlineData("ControllerName -like '*'")]
    [InlineData("-not ControllerSid")]
    [InlineData("Description -like '*'")]
    [InlineData("ExternalUid -eq $null")]
    [InlineData("-not HasValidEdgeServers")]
    [InlineData("IsHealthy -and IsPrimary")]
    [InlineData("TenantId -eq $null")]
    [InlineData("Metadata -notcontains 'a:b'")]
    public async Task Each_property_of_the_reference_can_be_filtered_by(string filter)
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        (await host.RunAsync("$zone = Get-ConfigZone; Get-ConfigZone -Filter $args[0]", filter)).ShouldSucceed().Output.Should().ContainSingle();
    }

    [Theory]
    [InlineData("Get-ConfigZone nowhere", "nowhere")]
    [InlineData("Get-ConfigZone -Uid 7b7c2f4e-0000-0000-0000-000000000001", "7b7c2f4e-0000-0000-0000-000000000001")]
    public async Task A_zone_that_is_not_there_is_an_error_that_says_which_there_is(string script, string target)
    {
        using var host = await PowerShellHost.StartAsync(fixture.Server);
        var error = (await host.RunAsync(script)).ShouldFail("ZoneNotFound");
        error.TargetObject.ToString().Should().Be(target);
        error.ErrorDetails.RecommendedAction.Should().Contain("Primary");
    }
}
