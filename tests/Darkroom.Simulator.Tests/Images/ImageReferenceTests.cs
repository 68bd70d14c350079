using Amazon.EC2;
using Amazon.EC2.Model;

namespace Darkroom.Simulator.Tests.Images;

public class ImageReferenceTests
{
    private const string Linux = SimulatedCloud.Linux;

    [Fact]
    public async Task Instances_refer_to_their_image_in_the_states_asked_for()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var id = (await cloud.RunAsync(SimulatedCloud.Launch(Linux))).InstanceId;
        cloud.Advance(60);
        (await ReferencesAsync(cloud.Ec2, Instances("running"))).Should().ContainSingle().Which.Should().EndWith("instance/" + id);
        (await ReferencesAsync(cloud.Ec2, Instances("stopped"))).Should().BeEmpty();
        await cloud.Ec2.TerminateInstancesAsync(new() { InstanceIds = [id] }, SimulatedCloud.Cancel);
        cloud.Advance(60);
        (await ReferencesAsync(cloud.Ec2, Instances())).Should().ContainSingle();
        cloud.Advance(7200);
        (await ReferencesAsync(cloud.Ec2, Instances())).Should().BeEmpty();
    }

    [Fact]
    public async Task Launch_templates_refer_to_the_images_of_their_newest_versions()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var id = (await cloud.Ec2.CreateLaunchTemplateAsync(
            new() { LaunchTemplateName = "refers", LaunchTemplateData = new() { ImageId = Linux } }, SimulatedCloud.Cancel)).LaunchTemplate.LaunchTemplateId;
        for (var version = 2; version <= 11; version++)
        {
            (await ReferencesAsync(cloud.Ec2, Templates())).Should().ContainSingle().Which.Should().EndWith("launch-template/" + id);
            await cloud.Ec2.CreateLaunchTemplateVersionAsync(
                new() { LaunchTemplateId = id, LaunchTemplateData = new() { ImageId = SimulatedCloud.Windows10 } }, SimulatedCloud.Cancel);
        }
        (await ReferencesAsync(cloud.Ec2, Templates())).Should().BeEmpty();
        (await ReferencesAsync(cloud.Ec2, Templates("11"))).Should().ContainSingle();
    }

    [Fact]
    public async Task References_come_in_pages()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var request = SimulatedCloud.Launch(Linux);
        (request.MinCount, request.MaxCount) = (7, 7);
        await cloud.Ec2.RunInstancesAsync(request, SimulatedCloud.Cancel);
        var first = await cloud.Ec2.DescribeImageReferencesAsync(
            new() { ImageIds = [Linux], ResourceTypes = [Instances()], MaxResults = 5 }, SimulatedCloud.Cancel);
        var second = await cloud.Ec2.DescribeImageReferencesAsync(
            new() { ImageIds = [Linux], ResourceTypes = [Instances()], MaxResults = 5, NextToken = first.NextToken }, SimulatedCloud.Cancel);
        (first.ImageReferences.Count, second.ImageReferences.Count).Should().Be((5, 2));
        second.NextToken.Should().BeNull();
    }

    [Fact]
    public async Task Whoever_asks_needs_the_permissions_to_list_what_may_refer()
    {
        var world = DemoWorld.With(users => users.Add(DemoWorld.User("referrer", 95, "ec2:DescribeImageReferences", "ec2:DescribeInstances")));
        await using var cloud = await SimulatedCloud.StartAsync(options => options with { WorldJson = world });
        using var ec2 = cloud.Ec2As("referrer");
        await ReferencesAsync(ec2, Instances());
        var refused = await Assert.ThrowsAsync<AmazonEC2Exception>(() => ReferencesAsync(ec2, Templates()));
        (refused.ErrorCode, refused.Message).Should().Match<(string Code, string Message)>(error =>
            error.Code == "UnauthorizedOperation" && error.Message.Contains("ec2:DescribeLaunchTemplates"));
    }

    [Fact]
    public async Task A_question_that_makes_no_sense_is_refused_with_the_reason()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        (string Code, DescribeImageReferencesRequest Request)[] cases =
        [
            ("MissingParameter", new() { IncludeAllResourceTypes = true }),
            ("MissingParameter", new() { ImageIds = [Linux] }),
            ("InvalidAMIID.Malformed", new() { ImageIds = ["nonsense"], IncludeAllResourceTypes = true }),
            ("InvalidParameterValue", new() { ImageIds = [Linux], ResourceTypes = [new() { ResourceType = "s3:Bucket" }] }),
            ("InvalidParameterValue", new() { ImageIds = [Linux], ResourceTypes = [Templates("0")] }),
            ("InvalidParameterValue", new() { ImageIds = [Linux], ResourceTypes = [Of(ImageReferenceResourceType.Ec2Instance, "version-depth", "5")] }),
            ("InvalidParameterValue", new() { ImageIds = [.. Enumerable.Range(10, 11).Select(number => $"ami-000000000000000{number}")], IncludeAllResourceTypes = true }),
        ];
        foreach (var (code, request) in cases)
        {
            (await Assert.ThrowsAsync<AmazonEC2Exception>(() => cloud.Ec2.DescribeImageReferencesAsync(request, SimulatedCloud.Cancel)))
                .ErrorCode.Should().Be(code);
        }
    }

    private static async Task<List<string>> ReferencesAsync(AmazonEC2Client ec2, ResourceTypeRequest type) =>
        [.. ((await ec2.DescribeImageReferencesAsync(new() { ImageIds = [Linux], ResourceTypes = [type] }, SimulatedCloud.Cancel)).ImageReferences ?? [])
            .Select(reference => reference.Arn)];

    private static ResourceTypeRequest Instances(params string[] states) => Of(ImageReferenceResourceType.Ec2Instance, "state-name", states);

    private static ResourceTypeRequest Templates(params string[] depth) => Of(ImageReferenceResourceType.Ec2LaunchTemplate, "version-depth", depth);

    private static ResourceTypeRequest Of(ImageReferenceResourceType type, string option, params string[] values) => new()
    {
        ResourceType = type,
        ResourceTypeOptions = values.Length == 0 ? null : [new() { OptionName = option, OptionValues = [.. values] }],
    };
}
