using System.Text.Json;
using Darkroom.Simulator.Control;

namespace Darkroom.Server.Tests.Hosting;

public sealed class InventoryTests(HostingServer server) : IClassFixture<HostingServer>
{
    [Fact]
    public async Task Below_a_connection_lie_vpcs_zones_and_subnets()
    {
        var connection = await server.ConnectionAsync();

        var vpc = Items(await server.GetAsync($"connections/{connection}/inventory")).Should().ContainSingle().Which;
        var zones = Items(await ListAsync($"connections/{connection}", vpc.GetProperty("fullPath").GetString()!));
        var subnets = Items(await ListAsync($"connections/{connection}", zones[0].GetProperty("objectPath").GetString()!));

        vpc.GetProperty("fullPath").GetString().Should().Be($@"XDHyp:\Connections\{connection}\Default VPC.virtualprivatecloud");
        (vpc.GetProperty("isContainer").GetBoolean(), vpc.GetProperty("isSymLink").GetBoolean()).Should().Be((true, true));
        zones.Select(Name).Should().Equal("us-east-1a", "us-east-1b", "us-east-1c");
        subnets.Select(Name).Should().Equal("192.168.0.0`/20 (vpc-0da4c0000000000a1)", "192.168.240.0`/28 (vpc-0da4c0000000000a1)");
        var subnet = subnets[0];
        (subnet.GetProperty("id").GetString(), subnet.GetProperty("objectType").GetString(), subnet.GetProperty("objectTypeName").GetString())
            .Should().Be(("subnet-0da4c000000000a1a", "Network", "network"));
        subnet.GetProperty("objectPath").GetString().Should().Be(
            "/Default VPC.virtualprivatecloud/us-east-1a.availabilityzone/192.168.0.0`/20 (vpc-0da4c0000000000a1).network");
        subnet.GetProperty("additionalData").GetProperty("AvailableAddresses").GetString().Should().NotBeEmpty();
    }

    [Fact]
    public async Task Below_a_unit_lies_everything_that_images_and_machines_are_made_of()
    {
        var unit = await server.HostingUnitAsync(await server.ConnectionAsync());

        var types = Items(await server.GetAsync($"hosting-units/{unit}/inventory")).Select(i => i.GetProperty("objectTypeName").GetString()).Distinct();
        var inZone = Items(await ListAsync($"hosting-units/{unit}", "us-east-1a.availabilityzone"));

        types.Should().Equal("availabilityzone", "template", "launchtemplate", "serviceoffering", "securitygroup");
        inZone.Select(i => i.GetProperty("objectTypeName").GetString()).Should().Equal("network", "vm");
        var machine = inZone[1];
        machine.GetProperty("isMachine").GetBoolean().Should().BeTrue();
        machine.GetProperty("additionalData").GetProperty("PowerState").GetString().Should().NotBeEmpty();
        machine.GetProperty("fullPath").GetString().Should().StartWith($@"XDHyp:\HostingUnits\{unit}\us-east-1a.availabilityzone\");
    }

    [Theory]
    [InlineData("win10-2411-ami (ami-00123456789abcdef).template", "ami-00123456789abcdef", "/win10-2411-ami (ami-00123456789abcdef).template")]
    [InlineData("WIN10-2411-AMI.template", "ami-00123456789abcdef", "/win10-2411-ami (ami-00123456789abcdef).template")]
    [InlineData("t3.medium.serviceoffering", "t3.medium", "/T3 Medium Instance.serviceoffering")]
    [InlineData("t3 medium instance.serviceoffering", "t3.medium", "/T3 Medium Instance.serviceoffering")]
    [InlineData("desktops.securitygroup", "sg-0de5c0000000000a1", "/desktops.securitygroup")]
    [InlineData(
        "w2022-2411 (lt-00123456789abcdef).launchtemplate/lt-00123456789abcdef (1).launchtemplateversion",
        "1",
        "/w2022-2411 (lt-00123456789abcdef).launchtemplate/lt-00123456789abcdef (1).launchtemplateversion")]
    public async Task An_item_is_found_by_path_and_comes_back_with_its_canonical_one(string path, string id, string objectPath)
    {
        var unit = await server.HostingUnitAsync(await server.ConnectionAsync());

        var item = await ItemAsync($"hosting-units/{unit}", path);

        (item.Text("id"), item.Text("objectPath")).Should().Be((id, objectPath), "{0}", item.Body);
        (await ItemAsync($"hosting-units/{unit}", item.Text("fullPath")!)).Text("id").Should().Be(id);
    }

    [Theory]
    [InlineData(400, "ValueMissing", "")]
    [InlineData(400, "InputPathInvalid", "win10-2411-ami")]
    [InlineData(400, "InputPathInvalid", "x.folder")]
    [InlineData(400, "PathNotInHostingUnit", @"XDHyp:\HostingUnits\Other\win10-2411-ami.template")]
    [InlineData(400, "PathWrongType", "Default VPC.virtualprivatecloud")]
    [InlineData(404, "InventoryItemNotFound", "x (ami-0ffffffffffffffff).template")]
    [InlineData(404, "InventoryItemNotFound", "x (ami-zz).template")]
    [InlineData(404, "InventoryItemNotFound", "Cheese.serviceoffering")]
    [InlineData(404, "InventoryItemNotFound", "x1.cheese.serviceoffering")]
    [InlineData(404, "InventoryItemNotFound", "us-east-1b.availabilityzone")]
    [InlineData(400, "PathAmbiguous", "w10-any-tokens.launchtemplate/lt-00123456789abcdee.launchtemplateversion")]
    public async Task A_path_to_nothing_is_refused_and_says_why(int status, string code, string path)
    {
        var unit = await server.HostingUnitAsync(await server.ConnectionAsync());

        (await ItemAsync($"hosting-units/{unit}", path)).ShouldBeRefused(status, code, "path");
    }

    [Fact]
    public async Task A_unit_of_another_zone_has_other_sizes_and_machines()
    {
        var connection = await server.ConnectionAsync();
        var unit = await server.HostingUnitAsync(connection, "us-east-1b", "192.168.16.0`/20");

        (await ItemAsync($"hosting-units/{unit}", "g4dn.xlarge.serviceoffering")).ShouldBeRefused(404, "InventoryItemNotFound");
        Items(await ListAsync($"hosting-units/{unit}", "us-east-1b.availabilityzone")).Should().NotContain(i => i.GetProperty("isMachine").GetBoolean());
    }

    [Fact]
    public async Task A_path_outside_a_connection_is_refused_there()
    {
        var connection = await server.ConnectionAsync();
        var other = await server.ConnectionAsync();

        (await ItemAsync($"connections/{connection}", $@"XDHyp:\Connections\{other}\Default VPC.virtualprivatecloud"))
            .ShouldBeRefused(400, "PathNotInConnection", "path");
        (await ListAsync($"connections/{connection}", @"XDHyp:\HostingUnits\Any\us-east-1a.availabilityzone"))
            .ShouldBeRefused(400, "PathNotInConnection", "path");
    }

    [Fact]
    public async Task Lists_are_filtered_by_type_and_name_and_paged_in_one_order()
    {
        var unit = await server.HostingUnitAsync(await server.ConnectionAsync());
        var all = Items(await server.GetAsync($"hosting-units/{unit}/inventory?pageSize=1000")).Select(FullPath).ToList();

        var paged = new List<string?>();
        var next = "";
        do
        {
            var page = await server.GetAsync($"hosting-units/{unit}/inventory?pageSize=7{next}");
            paged.AddRange(Items(page).Select(FullPath));
            next = page.Text("nextPageToken") is { } token ? $"&pageToken={token}" : null;
        }
        while (next is not null);

        paged.Should().Equal(all);
        Items(await server.GetAsync($"hosting-units/{unit}/inventory?type=template&name=WIN10-2*")).Select(Name)
            .Should().Equal("win10-2303-ami (ami-0a2303000000000a1)", "win10-2411-ami (ami-00123456789abcdef)");
        Items(await server.GetAsync($"hosting-units/{unit}/inventory?type=ServiceOffering&name=t3.*")).Should().HaveCount(5);
        (await server.GetAsync($"hosting-units/{unit}/inventory?type=cheese")).ShouldBeRefused(400, "InvalidRequest", "type");
        (await server.GetAsync($"hosting-units/{unit}/inventory?sort=name")).ShouldBeRefused(400, "InvalidRequest", "sort");
        (await server.GetAsync($"hosting-units/{unit}/inventory?pageToken=~")).ShouldBeRefused(400, "InvalidRequest", "pageToken");
    }

    [Fact]
    public async Task A_list_is_cached_until_a_fresh_one_is_asked_for()
    {
        var connection = await server.ConnectionAsync();
        await server.GetAsync($"connections/{connection}/inventory");
        var before = server.Simulator.Journal.LastSequence;

        await server.GetAsync($"connections/{connection}/inventory");
        server.Simulator.Journal.LastSequence.Should().Be(before);

        await server.GetAsync($"connections/{connection}/inventory?fresh=true");
        server.Simulator.Journal.LastSequence.Should().Be(before + 1);
    }

    [Fact]
    public async Task What_the_principal_may_not_see_is_said_with_the_action()
    {
        var name = $"C {Guid.NewGuid():N}";
        await server.PostAsync("connections", new { hypervisorConnectionName = name, region = "us-east-1" });
        var fault = server.Simulator.Faults.Add(new Fault("DescribeVpcs", FaultEffect.ErrorBefore, ErrorCode: "UnauthorizedOperation", ErrorStatus: 403));

        var refused = await server.GetAsync($"connections/{name}/inventory?fresh=true");

        server.Simulator.Faults.Remove(fault);
        refused.ShouldBeRefused(422, "MissingPermission");
        refused.Text("detail").Should().Contain("ec2:DescribeVpcs");
    }

    [Fact]
    public async Task Machines_that_Darkroom_made_are_hidden_unless_forced()
    {
        var name = $"Unit {Guid.NewGuid():N}";
        await server.PostAsync("hosting-units", new
        {
            hostingUnitName = name,
            hypervisorConnection = await server.ConnectionAsync("eu-west-1"),
            rootPath = "Default VPC.virtualprivatecloud",
            availabilityZonePath = "eu-west-1a",
            networkPaths = new[] { "192.168.0.0`/20.network" },
        });
        var path = $"hosting-units/{name}/inventory?path=eu-west-1a.availabilityzone&type=vm";

        Items(await server.GetAsync(path)).Should().BeEmpty();
        Items(await server.GetAsync($"{path}&force=true")).Select(i => i.GetProperty("id").GetString()).Should().Equal("i-0da4c0000000000e1");
    }

    private static List<JsonElement> Items(Answer page)
    {
        page.Status.Should().Be(200, "{0}", page.Body);
        return [.. page.Body.GetProperty("items").EnumerateArray()];
    }

    private static string? Name(JsonElement item) => item.GetProperty("name").GetString();

    private static string? FullPath(JsonElement item) => item.GetProperty("fullPath").GetString();

    private Task<Answer> ListAsync(string place, string path) => server.GetAsync($"{place}/inventory?path={Uri.EscapeDataString(path)}");

    private Task<Answer> ItemAsync(string place, string path) => server.GetAsync($"{place}/inventory/item?path={Uri.EscapeDataString(path)}");
}
