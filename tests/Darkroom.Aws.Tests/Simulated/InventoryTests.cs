using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Tests.Simulated;

public sealed class InventoryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_kind_is_listed_with_names_and_facts()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var access = aws.As();

        (await ListAsync(aws, access, CloudItemKind.Vpc)).Should().ContainSingle(item => item.Id == SimulatedAws.Vpc && item.Name == "Default VPC");
        (await ListAsync(aws, access, CloudItemKind.AvailabilityZone)).Select(item => item.Id).Should().Equal("us-east-1a", "us-east-1b", "us-east-1c");
        var subnet = (await aws.Cloud.ListAsync(access, new InventoryQuery(CloudItemKind.Subnet, SimulatedAws.Vpc, "us-east-1b"), Ct)).Should().ContainSingle().Which;
        subnet.Name.Should().Be("192.168.16.0/20");
        subnet.Data[CloudItemData.VirtualPrivateCloudId].Should().Be(SimulatedAws.Vpc);
        int.Parse(subnet.Data[CloudItemData.AvailableAddresses]).Should().BeGreaterThan(4000);
        (await ListAsync(aws, access, CloudItemKind.SecurityGroup)).Should().Contain(item => item.Name == "desktops");
        var master = (await ListAsync(aws, access, CloudItemKind.Image)).Single(item => item.Id == SimulatedAws.Master);
        master.Name.Should().Be("win10-2411-ami");
        master.Data.Should().Contain(new Dictionary<string, string>
        {
            [CloudItemData.Platform] = "Windows",
            [CloudItemData.HardDiskSizeGB] = "64",
            [CloudItemData.Owner] = SimulatedAws.Account,
            [CloudItemData.State] = "available",
        });
        (await ListAsync(aws, access, CloudItemKind.LaunchTemplate)).Single(item => item.Id == SimulatedAws.ProfileTemplate).Name.Should().Be("w2022-2411");
        var version = (await aws.Cloud.ListAsync(access, new InventoryQuery(CloudItemKind.LaunchTemplateVersion, ParentId: SimulatedAws.ProfileTemplate), Ct))
            .Should().ContainSingle().Which;
        (version.Id, version.Name).Should().Be(("1", SimulatedAws.ProfileTemplate));
        var type = (await aws.Cloud.ListAsync(access, new InventoryQuery(CloudItemKind.InstanceType, Zone: "us-east-1a"), Ct)).Single(item => item.Id == "t3.medium");
        type.Name.Should().Be("T3 Medium Instance");
        type.Data.Should().Contain(new Dictionary<string, string> { [CloudItemData.CpuCount] = "2", [CloudItemData.MemoryMB] = "4096" });
    }

    [Fact]
    public async Task Instances_are_listed_without_managed_ones_and_say_which_are_ours()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var access = aws.As();
        var group = await aws.ClosedGroupAsync(access);
        var mine = await aws.Cloud.StartPreparationInstanceAsync(access, SimulatedAws.Launch(group), Ct);
        var gone = await aws.Cloud.StartPreparationInstanceAsync(access, SimulatedAws.Launch(group, "token-2"), Ct);
        await aws.Cloud.TerminateInstanceAsync(access, gone, Ct);
        aws.Advance(60);

        var instances = (await ListAsync(aws, access, CloudItemKind.Instance)).ToDictionary(item => item.Id);

        instances.Keys.Should().BeEquivalentTo(SimulatedAws.ProfileInstance, mine);
        instances[SimulatedAws.ProfileInstance].Name.Should().Be("win10-profile");
        instances[SimulatedAws.ProfileInstance].Data[CloudItemData.PowerState].Should().Be("running");
        instances[SimulatedAws.ProfileInstance].Data.Should().NotContainKey(ResourceTags.OperationTag);
        instances[mine].Data.Should().ContainKey(ResourceTags.OperationTag);
    }

    [Fact]
    public async Task A_type_is_listed_in_the_zones_that_offer_it_only()
    {
        await using var aws = await SimulatedAws.StartAsync();
        foreach (var (zone, offered) in new[] { ("us-east-1a", true), ("us-east-1b", false) })
        {
            var query = new InventoryQuery(CloudItemKind.InstanceType, Zone: zone, Id: "g4dn.xlarge");
            (await aws.Cloud.ListAsync(aws.As(), query, Ct)).Should().HaveCount(offered ? 1 : 0);
        }
    }

    [Theory]
    [InlineData(CloudItemKind.Vpc, SimulatedAws.Vpc, "vpc-00000000000000009")]
    [InlineData(CloudItemKind.AvailabilityZone, "us-east-1a", "us-east-1z")]
    [InlineData(CloudItemKind.Subnet, SimulatedAws.SubnetA, "subnet-00000000000000009")]
    [InlineData(CloudItemKind.SecurityGroup, "sg-0de5c0000000000a1", "sg-00000000000000009")]
    [InlineData(CloudItemKind.Image, SimulatedAws.Master, "ami-00000000000000009")]
    [InlineData(CloudItemKind.Instance, SimulatedAws.ProfileInstance, "i-00000000000000009")]
    [InlineData(CloudItemKind.Instance, SimulatedAws.ManagedInstance, "i-00000000000000009")]
    [InlineData(CloudItemKind.LaunchTemplate, SimulatedAws.ProfileTemplate, "lt-00000000000000009")]
    [InlineData(CloudItemKind.LaunchTemplateVersion, "1", "77")]
    [InlineData(CloudItemKind.InstanceType, "t3.medium", "t3.gigantic")]
    public async Task One_item_is_found_by_its_id_and_an_id_that_names_nothing_gives_nothing(CloudItemKind kind, string known, string unknown)
    {
        await using var aws = await SimulatedAws.StartAsync();
        var parent = kind == CloudItemKind.LaunchTemplateVersion ? SimulatedAws.ProfileTemplate : null;
        (await aws.Cloud.ListAsync(aws.As(), new InventoryQuery(kind, ParentId: parent, Id: known), Ct)).Should().ContainSingle().Which.Id.Should().Be(known);
        foreach (var id in new[] { unknown, "no id at all", "*" })
        {
            (await aws.Cloud.ListAsync(aws.As(), new InventoryQuery(kind, ParentId: parent, Id: id), Ct)).Should().BeEmpty();
        }
    }

    [Fact]
    public async Task An_image_of_another_owner_is_found_by_id_only()
    {
        await using var aws = await SimulatedAws.StartAsync();
        const string foreign = "ami-0ba5e0000000000aa";
        (await ListAsync(aws, aws.As(), CloudItemKind.Image)).Should().NotContain(item => item.Id == foreign);
        (await aws.Cloud.ListAsync(aws.As(), new InventoryQuery(CloudItemKind.Image, Id: foreign), Ct)).Should().ContainSingle();
        var everybody = Cloud.Of(new AwsOptions { ImageOwners = [] });
        (await everybody.ListAsync(aws.As(), new InventoryQuery(CloudItemKind.Image), Ct)).Should().Contain(item => item.Id == foreign);
    }

    private static Task<IReadOnlyList<CloudItem>> ListAsync(SimulatedAws aws, CloudAccess access, CloudItemKind kind) =>
        aws.Cloud.ListAsync(access, new InventoryQuery(kind), Ct);
}
