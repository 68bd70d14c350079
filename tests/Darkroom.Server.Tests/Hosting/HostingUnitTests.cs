using Darkroom.Contracts.Operations;
using Darkroom.Core.Clouds;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images;
using Darkroom.Core.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Server.Tests.Hosting;

public sealed class HostingUnitTests(HostingServer server) : IClassFixture<HostingServer>
{
    private const string Second = "192.168.240.0`/28";

    [Fact]
    public async Task A_unit_is_made_of_a_vpc_a_zone_and_subnets_and_gives_paths_that_can_be_listed()
    {
        var connection = await server.ConnectionAsync();
        var name = $"Unit {Guid.NewGuid():N}";

        var made = await server.PostAsync("hosting-units", HostingServer.Unit(name, connection));

        made.Status.Should().Be(201, "{0}", made.Body);
        made.Text("rootPath").Should().Be($@"XDHyp:\Connections\{connection}\Default VPC.virtualprivatecloud");
        made.Text("vpcId").Should().Be(HostingServer.Vpc);
        made.Text("availabilityZone").Should().Be("us-east-1a");
        made.Body.GetProperty("subnets")[0].GetProperty("subnetId").GetString().Should().Be("subnet-0da4c000000000a1a");
        (await server.GetAsync(made.Location![8..])).Body.ToString().Should().Be(made.Body.ToString());

        // The way existing scripts list a zone: root path with a trailing separator, doubled in the middle.
        var zone = Uri.EscapeDataString($@"{made.Text("rootPath")}\\{made.Text("availabilityZone")}.availabilityzone");
        (await server.GetAsync($"connections/{connection}/inventory?path={zone}")).Body.GetProperty("items").GetArrayLength().Should().Be(2);
    }

    [Theory]
    [InlineData("Default VPC.virtualprivatecloud", "us-east-1a", "192.168.0.0`/20 (vpc-0da4c0000000000a1).network")]
    [InlineData("/default vpc.virtualprivatecloud/", "us-east-1a.availabilityzone", "us-east-1a.availabilityzone/192.168.0.0`/20.network")]
    [InlineData("vpc-0da4c0000000000a1.virtualprivatecloud", "Default VPC.virtualprivatecloud/us-east-1a.availabilityzone", "subnet-0da4c000000000a1a.network")]
    public async Task Paths_may_be_relative_and_name_things_by_name_or_id(string root, string zone, string network)
    {
        var connection = await server.ConnectionAsync();

        var made = await server.PostAsync("hosting-units", new
        {
            hostingUnitName = $"Unit {Guid.NewGuid():N}",
            hypervisorConnection = connection.ToUpperInvariant(),
            rootPath = root,
            availabilityZonePath = zone,
            networkPaths = new[] { network },
        });

        made.Status.Should().Be(201, "{0}", made.Body);
        made.Body.GetProperty("subnets")[0].GetProperty("networkPath").GetString().Should().Be(
            $@"XDHyp:\Connections\{connection}\Default VPC.virtualprivatecloud\us-east-1a.availabilityzone\192.168.0.0`/20 (vpc-0da4c0000000000a1).network");
    }

    [Fact]
    public async Task A_unit_is_renamed_and_given_other_subnets()
    {
        var unit = await server.HostingUnitAsync(await server.ConnectionAsync());
        var renamed = $"Unit {Guid.NewGuid():N}";
        var first = $@"XDHyp:\HostingUnits\{unit}\us-east-1a.availabilityzone\192.168.0.0`/20.network";

        (await server.PatchAsync($"hosting-units/{unit}", new { hostingUnitName = renamed }, "\"9\"")).ShouldBeRefused(412, "VersionMismatch");
        var changed = await server.PatchAsync(
            $"hosting-units/{unit}",
            new { hostingUnitName = renamed, networkPaths = new[] { $"{Second}.network", first } },
            "\"1\"");

        changed.Tag.Should().Be("\"2\"", "{0}", changed.Body);
        changed.Text("hostingUnitName").Should().Be(renamed);
        changed.Body.GetProperty("subnets").EnumerateArray().Select(s => s.GetProperty("subnetId").GetString())
            .Should().Equal("subnet-0da4c000000000a1d", "subnet-0da4c000000000a1a");
    }

    [Fact]
    public async Task Units_are_listed_by_connection()
    {
        var connection = await server.ConnectionAsync();
        var a = await server.HostingUnitAsync(connection);
        var b = await server.HostingUnitAsync(connection, "us-east-1b", "192.168.16.0`/20");
        await server.HostingUnitAsync(await server.ConnectionAsync());

        var listed = await server.GetAsync($"hosting-units?connection={connection}&sort=-availabilityZone");

        listed.Body.GetProperty("items").EnumerateArray().Select(u => u.GetProperty("hostingUnitName").GetString()).Should().Equal(b, a);
        (await server.GetAsync("hosting-units?connection=none")).ShouldBeRefused(404, "HypervisorConnectionObjectNotFound", "connection");
    }

    [Fact]
    public async Task A_unit_with_images_shares_or_unended_operations_is_not_removed_and_they_are_named()
    {
        var connection = await server.ConnectionAsync();
        var unit = await server.HostingUnitAsync(connection);
        var sharedTo = await server.HostingUnitAsync(connection, "us-east-1b", "192.168.16.0`/20");
        var definition = $"Image {Guid.NewGuid():N}";
        await server.PostAsync("image-definitions", new { imageDefinitionName = definition, osType = "Windows", sessionSupport = "SingleSession" });
        await server.SendAsync(HttpMethod.Put, $"image-definitions/{definition}/connections/{connection}", new { });
        await server.PostAsync($"image-definitions/{definition}/versions", new { });
        var master = await server.PostAsync(
            $"image-definitions/{definition}/versions/1/master-specs",
            new { hostingUnit = unit, masterImagePath = "win10-2411-ami (ami-00123456789abcdef).template" });
        master.Status.Should().Be(201, "{0}", master.Body);
        await ShareAndHoldAsync(Guid.Parse(master.Text("imageVersionSpecUid")!), sharedTo);

        var refused = await server.DeleteAsync($"hosting-units/{unit}");
        var refusedToo = await server.DeleteAsync($"hosting-units/{sharedTo}");

        refused.ShouldBeRefused(409, "ObjectCannotBeRemoved");
        refused.Text("detail").Should().Contain($"the master spec of '{definition}' version 1");
        refusedToo.ShouldBeRefused(409, "ObjectCannotBeRemoved");
        refusedToo.Text("detail").Should().Contain($"a share of '{definition}' version 1").And.Contain("(Prepare something, Held)");
    }

    [Fact]
    public async Task With_the_last_unit_of_a_vpc_its_isolation_group_goes_as_well()
    {
        // A Region that no other test uses: the group is one a VPC, whoever's unit it is.
        var connection = await server.ConnectionAsync("eu-west-1");
        var units = new List<string>();
        foreach (var zone in new[] { ("eu-west-1a", "192.168.0.0`/20"), ("eu-west-1b", "192.168.16.0`/20") })
        {
            var name = $"Unit {Guid.NewGuid():N}";
            var made = await server.PostAsync("hosting-units", new
            {
                hostingUnitName = name,
                hypervisorConnection = connection,
                rootPath = "Default VPC.virtualprivatecloud",
                availabilityZonePath = zone.Item1,
                networkPaths = new[] { $"{zone.Item2}.network" },
            });
            made.Status.Should().Be(201, "{0}", made.Body);
            units.Add(name);
        }

        var ct = TestContext.Current.CancellationToken;
        await using var db = await server.DatabaseAsync();
        var access = server.Services.GetRequiredService<CloudAccessFactory>().For(await db.Connections.SingleAsync(c => c.Name == connection, ct));
        var cloud = server.Services.GetRequiredService<ICloud>();
        const string vpc = "vpc-0da4c0000000000e1";
        await cloud.CreateIsolationGroupAsync(access, vpc, new ResourceTags(Guid.NewGuid(), "ref", Guid.NewGuid(), "d", 1), ct);

        await server.DeleteAsync($"hosting-units/{units[0]}");
        (await cloud.FindIsolationGroupAsync(access, vpc, ct)).Should().NotBeNull();
        (await server.DeleteAsync($"hosting-units/{units[1]}")).Status.Should().Be(204);
        (await cloud.FindIsolationGroupAsync(access, vpc, ct)).Should().BeNull();
    }

    private async Task ShareAndHoldAsync(Guid spec, string unitName)
    {
        await using var db = await server.DatabaseAsync();
        var unit = await db.HostingUnits.SingleAsync(u => u.Name == unitName);
        db.ImageVersionSpecHostingUnits.Add(new ImageVersionSpecHostingUnit { SpecUid = spec, HostingUnitUid = unit.Uid, IsPrimary = false });
        db.Operations.Add(new Operation
        {
            Kind = "PrepareImage",
            Title = "Prepare something",
            Input = "{}",
            State = OperationState.Held,
            HostingUnitUid = unit.Uid,
            StartedBy = "test",
        });
        await db.SaveChangesAsync();
    }
}
