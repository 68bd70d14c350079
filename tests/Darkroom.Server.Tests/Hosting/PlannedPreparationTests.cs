using Darkroom.Testing;

namespace Darkroom.Server.Tests.Hosting;

public sealed class PlannedPreparationTests(HostingServer server) : IClassFixture<HostingServer>
{
    [Fact]
    public async Task What_a_preparation_would_meet_is_told_before_there_is_a_version_for_it()
    {
        var unit = await server.HostingUnitAsync(await server.ConnectionAsync());

        var good = await server.PostAsync($"hosting-units/{unit}/preparation-checks", Planned());
        var tooBig = await server.PostAsync($"hosting-units/{unit}/preparation-checks", Planned(osType: "Linux", offering: "t4g.medium"));

        good.Body.GetProperty("canBePrepared").GetBoolean().Should().BeTrue("{0}", good.Body);
        tooBig.Body.GetProperty("canBePrepared").GetBoolean().Should().BeFalse();
        tooBig.Body.GetProperty("checks").EnumerateArray().Where(check => check.GetProperty("result").GetString() == "Failed")
            .Select(check => check.GetProperty("problem").GetProperty("code").GetString())
            .Should().Contain(["MasterImageOsMismatch", "ServiceOfferingArchitectureMismatch"]);
    }

    [Fact]
    public async Task A_master_that_is_not_there_is_refused()
    {
        var unit = await server.HostingUnitAsync(await server.ConnectionAsync());

        (await server.PostAsync($"hosting-units/{unit}/preparation-checks", Planned(master: "x (ami-0ffffffffffffffff).template")))
            .ShouldBeRefused(404, "InventoryItemNotFound", "masterImagePath");
    }

    private static object Planned(string osType = "Windows", string master = DemoScene.GoodMaster, string offering = "t3.medium") =>
        new { osType, masterImagePath = master, preparation = new { machineProfile = DemoScene.MachineProfile, serviceOffering = offering } };
}
