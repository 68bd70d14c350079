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
}
