using System.Text.Json;

namespace Darkroom.Simulator.Tests.Worlds;

public class WorldTests
{
    [Fact]
    public async Task A_world_is_read_from_its_file_with_the_policies_beside_it()
    {
        await using var cloud = await SimulatedCloud.StartAsync(options => options with { WorldPath = DemoWorld.WorldPath });
        using var ec2 = cloud.Ec2As("darkroom");
        (await ec2.DescribeVpcsAsync(SimulatedCloud.Cancel)).Vpcs.Should().ContainSingle();
    }

    [Theory]
    [InlineData("\"regions\": [", "\"colour\": \"red\", \"regions\": [", "colour")]
    [InlineData("\"Effect\": \"Deny\", ", "\"Effect\": \"Deny\", \"Condition\": {}, ", "Condition")]
    [InlineData("\"zone\": \"us-east-1a\"", "\"zone\": \"us-east-1z\"", "us-east-1z")]
    [InlineData("\"ImageId\": \"ami-00123456789abcdef\",", "\"ImageId\": \"ami-1\",", "InvalidAMIID.NotFound")]
    [InlineData("\"L-1216C47A\": 2000", "\"L-NONE\": 2000", "L-NONE")]
    [InlineData("\"L-1216C47A\": 2000", "\"L-1216C47A\": -1", "-1")]
    public async Task A_world_that_makes_no_sense_is_refused_with_the_reason(string text, string instead, string reason)
    {
        DemoWorld.Text.Should().Contain(text);
        var world = DemoWorld.Text.Replace(text, instead, StringComparison.Ordinal);
        (await Assert.ThrowsAsync<JsonException>(() => SimulatorServer.StartAsync(new() { WorldJson = world }, SimulatedCloud.Cancel)))
            .Message.Should().Contain(reason);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_ids()
    {
        await using var one = await SimulatedCloud.StartAsync();
        await using var two = await SimulatedCloud.StartAsync();
        one.Resources().Select(resource => resource.Id).Should().Equal(two.Resources().Select(resource => resource.Id));
    }
}
