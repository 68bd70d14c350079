using Amazon.EC2;
using Amazon.EC2.Model;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Tests.Moto;

/// <summary>Browsing a lot of real data: moto's default images and instance types.</summary>
[Trait("Suite", "full")]
public sealed class MotoInventoryTests(MotoServer moto) : IClassFixture<MotoServer>
{
    private readonly ICloud everybodys = Cloud.Of(new AwsOptions { ImageOwners = [] });

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Over_a_thousand_images_of_all_owners_are_browsed_with_name_platform_and_date()
    {
        MotoServer.SkipWithoutIt();
        var images = await everybodys.ListAsync(Cloud.Access(moto.Endpoint), new InventoryQuery(CloudItemKind.Image), Ct);

        images.Count.Should().BeGreaterThan(1000);
        images.Select(image => image.Id).Should().OnlyHaveUniqueItems();
        images.Should().OnlyContain(image => image.Name.Length > 0 && image.Data.ContainsKey(CloudItemData.CreationDate));
        images.Should().Contain(image => image.Data[CloudItemData.Platform] == "Windows").And.Contain(image => image.Data[CloudItemData.Platform] == "Linux");
        (await Cloud.Of(new AwsOptions()).ListAsync(Cloud.Access(moto.Endpoint), new InventoryQuery(CloudItemKind.Image), Ct)).Should().BeEmpty("none is ours");
    }

    [Fact]
    public async Task Over_a_thousand_instance_types_are_read_in_pages_and_named_in_words()
    {
        MotoServer.SkipWithoutIt();
        var accounts = new UnlimitedAccounts();
        var cloud = Cloud.Of(new AwsOptions(), accounts);
        var types = await cloud.ListAsync(Cloud.Access(moto.Endpoint), new InventoryQuery(CloudItemKind.InstanceType), Ct);

        types.Count.Should().BeGreaterThan(1200, "moto knows 1,263 types in this Region");
        types.Select(type => type.Name.ToUpperInvariant()).Should().OnlyHaveUniqueItems("a service offering is found by its name");
        types.Should().OnlyContain(type => int.Parse(type.Data[CloudItemData.CpuCount]) > 0 && long.Parse(type.Data[CloudItemData.MemoryMB]) > 0);
        accounts.Drawn.Should().OnlyContain(api => api == "ec2:DescribeInstanceTypes");
    }

    [Fact]
    public async Task Types_are_filtered_by_what_a_zone_offers()
    {
        MotoServer.SkipWithoutIt();
        var access = Cloud.Access(moto.Endpoint);
        var inZone = await everybodys.ListAsync(access, new InventoryQuery(CloudItemKind.InstanceType, Zone: "us-east-1e"), Ct);
        var inRegion = await everybodys.ListAsync(access, new InventoryQuery(CloudItemKind.InstanceType), Ct);
        inZone.Should().NotBeEmpty();
        inRegion.Count.Should().BeGreaterThan(inZone.Count);
    }

    [Fact]
    public async Task Networks_zones_and_groups_are_listed()
    {
        MotoServer.SkipWithoutIt();
        var access = Cloud.Access(moto.Endpoint);
        var vpc = (await everybodys.ListAsync(access, new InventoryQuery(CloudItemKind.Vpc), Ct)).Should().ContainSingle().Which;
        vpc.Name.Should().Be("Default VPC");
        (await everybodys.ListAsync(access, new InventoryQuery(CloudItemKind.AvailabilityZone), Ct)).Should().HaveCount(6);
        (await everybodys.ListAsync(access, new InventoryQuery(CloudItemKind.Subnet, vpc.Id), Ct)).Should().HaveCount(6);
        (await everybodys.ListAsync(access, new InventoryQuery(CloudItemKind.SecurityGroup, vpc.Id), Ct)).Should().Contain(group => group.Name == "default");
    }

    [Fact]
    public async Task A_template_version_is_listed_and_captured()
    {
        MotoServer.SkipWithoutIt();
        var access = Cloud.Access(moto.Endpoint);
        using var ec2 = new AmazonEC2Client("key", "secret", new AmazonEC2Config { ServiceURL = moto.Endpoint.AbsoluteUri, AuthenticationRegion = "us-east-1" });
        var made = (await ec2.CreateLaunchTemplateAsync(new CreateLaunchTemplateRequest
        {
            LaunchTemplateName = "desktops",
            LaunchTemplateData = new RequestLaunchTemplateData
            {
                InstanceType = "t3.large",
                KeyName = "desktops",
                MetadataOptions = new() { HttpTokens = "optional" },
                BlockDeviceMappings = [new() { DeviceName = "/dev/sda1", Ebs = new() { VolumeSize = 90, VolumeType = "gp3", DeleteOnTermination = false } }],
            },
        }, Ct)).LaunchTemplate;

        (await everybodys.ListAsync(access, new InventoryQuery(CloudItemKind.LaunchTemplate), Ct)).Should().Contain(item => item.Id == made.LaunchTemplateId);
        var version = (await everybodys.ListAsync(access, new InventoryQuery(CloudItemKind.LaunchTemplateVersion, ParentId: made.LaunchTemplateId), Ct)).Single();
        version.Data[CloudItemData.InstanceType].Should().Be("t3.large");

        var profile = await everybodys.CaptureProfileAsync(access, new MachineProfileSource(null, made.LaunchTemplateId, 1), Ct);
        (profile.InstanceType, profile.KeyName).Should().Be(("t3.large", "desktops"));
        profile.Volumes.Should().ContainSingle().Which.Should().BeEquivalentTo(new ProfileVolume { DeviceName = "/dev/sda1", SizeGb = 90, VolumeType = "gp3" });
        profile.Warnings.Select(warning => warning.Field).Should().BeEquivalentTo(
            "MetadataOptions.HttpTokens", "BlockDeviceMappings[/dev/sda1].Ebs.DeleteOnTermination");
    }

    [Fact]
    public async Task What_is_asked_for_by_an_id_that_names_nothing_is_an_empty_list()
    {
        MotoServer.SkipWithoutIt();
        var access = Cloud.Access(moto.Endpoint);
        foreach (var (kind, id) in new[]
        {
            (CloudItemKind.Image, "ami-00000000000000009"), (CloudItemKind.Instance, "i-00000000000000009"), (CloudItemKind.Vpc, "vpc-00000000000000009"),
            (CloudItemKind.LaunchTemplate, "lt-00000000000000009"), (CloudItemKind.InstanceType, "t3.gigantic"),
        })
        {
            (await everybodys.ListAsync(access, new InventoryQuery(kind, Id: id), Ct)).Should().BeEmpty();
        }
    }
}
