using Amazon.EC2;
using Amazon.EC2.Model;

namespace Darkroom.Simulator.Tests.Inventory;

public class InventoryTests
{
    [Fact]
    public async Task Regions_and_zones_are_those_of_the_world()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        (await cloud.Ec2.DescribeRegionsAsync(SimulatedCloud.Cancel)).Regions.Select(region => region.RegionName).Should().Equal("us-east-1", "eu-west-1");
        (await cloud.Ec2.DescribeAvailabilityZonesAsync(new DescribeAvailabilityZonesRequest(), SimulatedCloud.Cancel)).AvailabilityZones
            .Select(zone => (zone.ZoneName, zone.ZoneId)).Should().Equal(("us-east-1a", "use1-az1"), ("us-east-1b", "use1-az2"), ("us-east-1c", "use1-az3"));
    }

    [Fact]
    public async Task Networks_are_found_by_tag_and_by_each_other()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var vpc = (await cloud.Ec2.DescribeVpcsAsync(
            new() { Filters = [new("tag:Name", ["Default VPC"])] }, SimulatedCloud.Cancel)).Vpcs.Single();
        vpc.VpcId.Should().Be(SimulatedCloud.Vpc);
        var subnets = (await cloud.Ec2.DescribeSubnetsAsync(
            new() { Filters = [new("vpc-id", [vpc.VpcId]), new("availability-zone", ["us-east-1b"])] }, SimulatedCloud.Cancel)).Subnets;
        subnets.Single().SubnetId.Should().Be(SimulatedCloud.SubnetB);
        subnets.Single().AvailableIpAddressCount.Should().Be(4096 - 5 - 1);
        (await cloud.Ec2.DescribeSecurityGroupsAsync(
            new() { Filters = [new("vpc-id", [vpc.VpcId]), new("group-name", ["def*"])] }, SimulatedCloud.Cancel))
            .SecurityGroups.Single().IpPermissionsEgress.Single().Ipv4Ranges.Single().CidrIp.Should().Be("0.0.0.0/0");
    }

    [Fact]
    public async Task A_filter_that_does_not_exist_is_refused()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var refused = await Assert.ThrowsAsync<AmazonEC2Exception>(
            () => cloud.Ec2.DescribeImagesAsync(new() { Filters = [new("colour", ["red"])] }, SimulatedCloud.Cancel));
        refused.ErrorCode.Should().Be("InvalidParameterValue");
    }

    [Fact]
    public async Task Lists_come_in_pages_whose_tokens_count_for_their_call_only()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var pages = new List<string>();
        string? token = null;
        do
        {
            var page = await cloud.Ec2.DescribeImagesAsync(new() { MaxResults = 4, NextToken = token }, SimulatedCloud.Cancel);
            page.Images.Count.Should().BeLessThanOrEqualTo(4);
            pages.AddRange(page.Images.Select(image => image.ImageId));
            token = page.NextToken;
        }
        while (token is not null);
        pages.Should().HaveCount(12).And.OnlyHaveUniqueItems();
        var first = await cloud.Ec2.DescribeImagesAsync(new() { MaxResults = 4 }, SimulatedCloud.Cancel);
        foreach (var bad in (string[])["nonsense", first.NextToken])
        {
            (await Assert.ThrowsAsync<AmazonEC2Exception>(
                () => cloud.Ec2.DescribeVpcsAsync(new() { NextToken = bad }, SimulatedCloud.Cancel))).ErrorCode.Should().Be("InvalidPaginationToken");
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(101)]
    public async Task Types_come_by_fives_to_hundreds(int pageSize)
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var refused = await Assert.ThrowsAsync<AmazonEC2Exception>(
            () => cloud.Ec2.DescribeInstanceTypesAsync(new() { MaxResults = pageSize }, SimulatedCloud.Cancel));
        refused.ErrorCode.Should().Be("InvalidParameterValue");
    }

    [Fact]
    public async Task Zones_differ_in_the_types_they_offer()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var medium = (await cloud.Ec2.DescribeInstanceTypesAsync(
            new() { InstanceTypes = ["t3.medium"] }, SimulatedCloud.Cancel)).InstanceTypes.Single();
        (medium.VCpuInfo.DefaultVCpus, medium.MemoryInfo.SizeInMiB).Should().Be((2, 4096));
        var offered = (await cloud.Ec2.DescribeInstanceTypeOfferingsAsync(
            new() { LocationType = LocationType.AvailabilityZone, Filters = [new("instance-type", ["g5.xlarge"])] }, SimulatedCloud.Cancel))
                .InstanceTypeOfferings;
        offered.Select(offering => offering.Location).Should().Equal("us-east-1a", "us-east-1b");
    }

    [Fact]
    public async Task A_launch_template_version_is_shown_with_all_it_holds()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var version = (await cloud.Ec2.DescribeLaunchTemplateVersionsAsync(
            new() { LaunchTemplateId = "lt-00123456789abcdef", Versions = ["1"] }, SimulatedCloud.Cancel)).LaunchTemplateVersions.Single();
        var data = version.LaunchTemplateData;
        version.DefaultVersion.Should().BeTrue();
        data.InstanceType.Value.Should().Be("t3.medium");
        data.SecurityGroupIds.Should().Equal("sg-0de5c0000000000a1");
        data.BlockDeviceMappings.Single().Ebs.VolumeSize.Should().Be(80);
        data.MetadataOptions.HttpTokens.Value.Should().Be("required");
        data.TagSpecifications.Select(specification => specification.ResourceType.Value).Should().Equal("instance", "volume");
        data.TagSpecifications[0].Tags.Single().Value.Should().Be("Finance");
        data.IamInstanceProfile.Name.Should().Be("desktop");
        data.CreditSpecification.CpuCredits.Should().Be("unlimited");
    }

    [Fact]
    public async Task Template_versions_are_numbered_build_on_a_source_and_are_called_latest_and_default()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var created = (await cloud.Ec2.CreateLaunchTemplateVersionAsync(new()
        {
            LaunchTemplateName = "w2022-2411",
            SourceVersion = "1",
            LaunchTemplateData = new()
            {
                InstanceType = InstanceType.T3Large,
                NetworkInterfaces = [new() { DeviceIndex = 0, Groups = ["sg-0de5c0000000000a1"] }],
            },
        }, SimulatedCloud.Cancel)).LaunchTemplateVersion;
        created.VersionNumber.Should().Be(2);
        var versions = (await cloud.Ec2.DescribeLaunchTemplateVersionsAsync(
            new() { LaunchTemplateName = "w2022-2411", Versions = ["$Latest", "$Default"] }, SimulatedCloud.Cancel)).LaunchTemplateVersions;
        versions.Select(version => version.VersionNumber).Should().Equal(2, 1);
        versions[0].LaunchTemplateData.InstanceType.Value.Should().Be("t3.large");
        versions[0].LaunchTemplateData.KeyName.Should().Be("desktops");
        versions[0].LaunchTemplateData.NetworkInterfaces.Single().Groups.Should().Equal("sg-0de5c0000000000a1");
        (await Assert.ThrowsAsync<AmazonEC2Exception>(() => cloud.Ec2.DescribeLaunchTemplateVersionsAsync(
            new() { LaunchTemplateName = "w2022-2411", Versions = ["7"] }, SimulatedCloud.Cancel)))
                .ErrorCode.Should().Be("InvalidLaunchTemplateId.VersionNotFound");
        (await Assert.ThrowsAsync<AmazonEC2Exception>(() => cloud.Ec2.DescribeLaunchTemplatesAsync(
            new() { LaunchTemplateIds = ["lt-00000000000000000"] }, SimulatedCloud.Cancel))).ErrorCode.Should().Be("InvalidLaunchTemplateId.NotFound");
    }

    [Fact]
    public async Task A_launch_from_a_template_takes_over_what_the_request_does_not_say()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var instance = await cloud.RunAsync(new()
        {
            LaunchTemplate = new() { LaunchTemplateName = "w2022-2411", Version = "1" },
            InstanceType = InstanceType.T3Large,
            SubnetId = SimulatedCloud.SubnetA,
            MinCount = 1,
            MaxCount = 1,
        });
        instance.InstanceType.Value.Should().Be("t3.large");
        instance.ImageId.Should().Be("ami-0a2022000000000a8");
        instance.KeyName.Should().Be("desktops");
        instance.Tags.Single().Value.Should().Be("Finance");
    }

    [Fact]
    public async Task What_a_service_operates_is_hidden_unless_one_asks_for_it()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        const string managed = "i-0da4c0000000000b2";
        (await Ids(new())).Should().NotContain(managed);
        (await Ids(new() { IncludeManagedResources = true })).Should().Contain(managed);
        (await Ids(new() { InstanceIds = [managed] })).Should().Equal(managed);
        var instance = await cloud.InstanceAsync(managed);
        instance.Operator.Principal.Should().Be("workspaces-instances.amazonaws.com");
        (await Assert.ThrowsAsync<AmazonEC2Exception>(() => cloud.Ec2.TerminateInstancesAsync(new() { InstanceIds = [managed] }, SimulatedCloud.Cancel)))
            .ErrorCode.Should().Be("OperationNotPermitted");

        async Task<List<string>> Ids(DescribeInstancesRequest request) =>
            [.. (await cloud.Ec2.DescribeInstancesAsync(request, SimulatedCloud.Cancel)).Reservations
                .SelectMany(item => item.Instances).Select(item => item.InstanceId)];
    }

    [Fact]
    public async Task Tags_are_put_on_found_by_and_taken_off()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        await cloud.Ec2.CreateTagsAsync(
            new() { Resources = [SimulatedCloud.SubnetA, SimulatedCloud.Windows10], Tags = [new("team", "images")] }, SimulatedCloud.Cancel);
        (await cloud.Ec2.DescribeTagsAsync(new() { Filters = [new("key", ["team"])] }, SimulatedCloud.Cancel)).Tags
            .Select(tag => (tag.ResourceId, tag.ResourceType.Value)).Should()
            .BeEquivalentTo([(SimulatedCloud.SubnetA, "subnet"), (SimulatedCloud.Windows10, "image")]);
        (await cloud.Ec2.DescribeImagesAsync(new() { Filters = [new("tag-key", ["team"])] }, SimulatedCloud.Cancel)).Images.Should().ContainSingle();
        await cloud.Ec2.DeleteTagsAsync(new() { Resources = [SimulatedCloud.SubnetA], Tags = [new("team", null)] }, SimulatedCloud.Cancel);
        (await cloud.Ec2.DescribeTagsAsync(new() { Filters = [new("key", ["team"])] }, SimulatedCloud.Cancel)).Tags.Should().ContainSingle();
        (await Assert.ThrowsAsync<AmazonEC2Exception>(() => cloud.Ec2.CreateTagsAsync(
            new() { Resources = ["i-00000000000000000"], Tags = [new("a", "b")] }, SimulatedCloud.Cancel))).ErrorCode.Should().Be("InvalidInstanceID.NotFound");
    }

    [Fact]
    public async Task Accounts_and_Regions_do_not_see_each_other()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        using var ireland = cloud.Ec2As("darkroom", "eu-west-1");
        using var other = cloud.Ec2As("darkroom", account: SimulatedCloud.OtherAccount);
        (await ireland.DescribeImagesAsync(SimulatedCloud.Cancel)).Images.Single().ImageId.Should().Be("ami-0e123456789abcdef");
        (await other.DescribeImagesAsync(SimulatedCloud.Cancel)).Images.Single().ImageId.Should().Be("ami-0c123456789abcdef");
        (await other.DescribeSecurityGroupsAsync(SimulatedCloud.Cancel)).SecurityGroups.Single().OwnerId.Should().Be(SimulatedCloud.OtherAccount);
    }
}
