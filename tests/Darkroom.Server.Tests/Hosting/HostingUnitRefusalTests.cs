using Microsoft.EntityFrameworkCore;

namespace Darkroom.Server.Tests.Hosting;

public sealed class HostingUnitRefusalTests(HostingServer server) : IClassFixture<HostingServer>
{
    public static TheoryData<string, string, string, object> WrongMembers => new()
    {
        { "InputNameInvalid", "hostingUnitName", "hostingUnitName", "a*b" },
        { "ValueTooLong", "hostingUnitName", "hostingUnitName", new string('n', 101) },
        { "ConnectionNameOrUidInvalid", "hypervisorConnection", "hypervisorConnection", "no such one" },
        { "ConnectionNameOrUidInvalid", "hypervisorConnection", "hypervisorConnection", "00000000-0000-0000-0000-000000000000" },
        { "ValueMissing", "rootPath", "rootPath", "" },
        { "ValueTooLong", "rootPath", "rootPath", new string('p', 2049) },
        { "HostingUnitRootPathInvalid", "rootPath", "rootPath", "Default VPC" },
        { "HostingUnitRootPathInvalid", "rootPath", "rootPath", "Other VPC.virtualprivatecloud" },
        { "HostingUnitRootPathInvalid", "rootPath", "rootPath", "us-east-1a.availabilityzone" },
        { "HostingUnitRootPathInvalid", "rootPath", "rootPath", @"XDHyp:\Connections\Elsewhere\Default VPC.virtualprivatecloud" },
        { "HostingUnitAvailabilityZonePathInvalid", "availabilityZonePath", "availabilityZonePath", "eu-west-1a" },
        { "HostingUnitAvailabilityZonePathInvalid", "availabilityZonePath", "availabilityZonePath", "Default VPC.virtualprivatecloud" },
        { "ValueOutOfRange", "networkPaths", "networkPaths", Array.Empty<string>() },
        { "WrongType", "networkPaths", "networkPaths", "192.168.0.0`/20.network" },
        { "HostingUnitNetworkPathInvalid", "networkPaths[0]", "networkPaths", new[] { "192.168.16.0`/20.network" } },
        { "HostingUnitNetworkPathInvalid", "networkPaths[0]", "networkPaths", new[] { "192.168.0.0/20.network" } },
        { "HostingUnitNetworkPathInvalid", "networkPaths[1]", "networkPaths", new[] { "192.168.0.0`/20.network", "subnet-0da4c000000000a1a.network" } },
    };

    [Theory]
    [MemberData(nameof(WrongMembers))]
    public async Task A_wrong_member_is_refused_and_nothing_is_saved(string code, string field, string member, object value)
    {
        var name = $"Refused {Guid.NewGuid():N}";
        var body = new Dictionary<string, object>
        {
            ["hostingUnitName"] = name,
            ["hypervisorConnection"] = await server.ConnectionAsync(),
            ["rootPath"] = "Default VPC.virtualprivatecloud",
            ["availabilityZonePath"] = "us-east-1a",
            ["networkPaths"] = new[] { "192.168.0.0`/20.network" },
            [member] = value,
        };

        (await server.PostAsync("hosting-units", body)).ShouldBeRefused(400, code, field);
        await using var db = await server.DatabaseAsync();
        (await db.HostingUnits.AnyAsync(u => u.Name == name, TestContext.Current.CancellationToken)).Should().BeFalse();
    }

    [Fact]
    public async Task A_name_is_taken_in_all_connections_whatever_its_case()
    {
        var taken = await server.HostingUnitAsync(await server.ConnectionAsync());
        var connection = await server.ConnectionAsync();
        var other = await server.HostingUnitAsync(connection);

        (await server.PostAsync("hosting-units", HostingServer.Unit(taken.ToUpperInvariant(), connection)))
            .ShouldBeRefused(409, "HostingUnitDuplicateObjectExists", "hostingUnitName");
        (await server.PatchAsync($"hosting-units/{other}", new { hostingUnitName = taken.ToUpperInvariant() }))
            .ShouldBeRefused(409, "HostingUnitDuplicateNameExists", "hostingUnitName");
    }

    [Fact]
    public async Task A_zone_of_another_vpc_is_refused()
    {
        var connection = await server.ConnectionAsync("eu-west-1");

        var refused = await server.PostAsync("hosting-units", new
        {
            hostingUnitName = "Not made",
            hypervisorConnection = connection,
            rootPath = "Default VPC.virtualprivatecloud",
            availabilityZonePath = $@"XDHyp:\Connections\{connection}\Second VPC.virtualprivatecloud\eu-west-1a.availabilityzone",
            networkPaths = new[] { "192.168.0.0`/20.network" },
        });

        refused.ShouldBeRefused(400, "HostingUnitAvailabilityZonePathInvalid", "availabilityZonePath");
        refused.Text("detail").Should().Contain("doesn't lie in");
    }

    [Fact]
    public async Task An_unknown_unit_is_not_found()
    {
        (await server.GetAsync("hosting-units/none")).ShouldBeRefused(404, "HostingUnitObjectNotFound");
        (await server.PatchAsync("hosting-units/none", new { hostingUnitName = "x" })).ShouldBeRefused(404, "HostingUnitObjectNotFound");
        (await server.DeleteAsync($"hosting-units/{Guid.NewGuid()}")).ShouldBeRefused(404, "HostingUnitObjectNotFound");
        (await server.GetAsync("hosting-units/none/inventory/item?path=x.template")).ShouldBeRefused(404, "HostingUnitObjectNotFound");
    }
}
