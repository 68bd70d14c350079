using Darkroom.Testing;

namespace Darkroom.Server.Tests.Hosting;

public sealed class MachineProfileTests(HostingServer server) : IClassFixture<HostingServer>
{
    [Fact]
    public async Task A_version_of_a_launch_template_says_what_it_gives_to_machines()
    {
        var unit = await server.HostingUnitAsync(await server.ConnectionAsync());

        var profile = await server.GetAsync($"hosting-units/{unit}/machine-profile?path={Uri.EscapeDataString(DemoScene.MachineProfile)}");

        profile.Text("serviceOffering").Should().Be("t3.medium", "{0}", profile.Body);
        profile.Text("machineProfile").Should().StartWith($@"XDHyp:\HostingUnits\{unit}\w2022-2411 (lt-00123456789abcdef).launchtemplate\");
        profile.Body.GetProperty("properties").EnumerateArray().Select(property => property.GetProperty("name").GetString()).Should().Contain("Service offering");
    }

    [Theory]
    [InlineData(404, "InventoryItemNotFound", "nothing (i-0000000000000000a).vm")]
    [InlineData(400, "PathWrongType", DemoScene.GoodMaster)]
    [InlineData(400, "ValueMissing", "")]
    public async Task What_is_no_profile_is_refused(int status, string code, string path)
    {
        var unit = await server.HostingUnitAsync(await server.ConnectionAsync());

        (await server.GetAsync($"hosting-units/{unit}/machine-profile?path={Uri.EscapeDataString(path)}")).ShouldBeRefused(status, code, "path");
    }
}
