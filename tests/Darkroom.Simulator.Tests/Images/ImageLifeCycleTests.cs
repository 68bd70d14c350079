using Amazon.EC2;
using Amazon.EC2.Model;

namespace Darkroom.Simulator.Tests.Images;

/// <summary>The whole way of a prepared image, with AWS's own client.</summary>
public class ImageLifeCycleTests
{
    [Fact]
    public async Task An_image_is_prepared_captured_sealed_and_given_up_and_nothing_stays()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var before = cloud.Resources().Select(resource => resource.Id).ToList();
        var instance = await cloud.RunAsync(SimulatedCloud.Launch(userData: Scripts.Windows()));
        instance.State.Name.Value.Should().Be("pending");

        cloud.Advance(3600);
        (await cloud.InstanceAsync(instance.InstanceId)).State.Name.Value.Should().Be("stopped");
        (await cloud.ReportAsync(instance.InstanceId, Scripts.Nonce)).Should().EndWith($"darkroom {Scripts.Nonce} {{\"event\":\"end\"}}");

        var imageId = (await cloud.Ec2.CreateImageAsync(new()
        {
            InstanceId = instance.InstanceId,
            Name = "prepared",
            TagSpecifications =
            [
                new() { ResourceType = ResourceType.Image, Tags = [new("darkroom:ref", "a")] },
                new() { ResourceType = ResourceType.Snapshot, Tags = [new("darkroom:ref", "a")] },
            ],
        }, SimulatedCloud.Cancel)).ImageId;
        (await ImageAsync(cloud, imageId)).State.Value.Should().Be("pending");
        cloud.Advance(3600);
        var image = await ImageAsync(cloud, imageId);
        image.State.Value.Should().Be("available");
        image.SourceInstanceId.Should().Be(instance.InstanceId);
        image.PlatformDetails.Should().Be("Windows");

        await cloud.Ec2.ModifyImageAttributeAsync(new() { ImageId = imageId, ImdsSupport = "v2.0" }, SimulatedCloud.Cancel);
        (await ImageAsync(cloud, imageId)).ImdsSupport.Value.Should().Be("v2.0");
        await cloud.Ec2.TerminateInstancesAsync(new() { InstanceIds = [instance.InstanceId] }, SimulatedCloud.Cancel);
        cloud.Advance(60);
        cloud.Resources().Where(resource => resource.State != "terminated").Select(resource => (resource.Type, resource.State)).Skip(before.Count)
            .Should().BeEquivalentTo([("image", "available"), ("snapshot", "completed")]);

        var results = (await cloud.Ec2.DeregisterImageAsync(new() { ImageId = imageId, DeleteAssociatedSnapshots = true }, SimulatedCloud.Cancel))
            .DeleteSnapshotResults;
        results.Should().ContainSingle().Which.ReturnCode.Value.Should().Be("success");
        cloud.Advance(7200);
        cloud.Resources().Select(resource => resource.Id).Should().Equal(before);
    }

    private static async Task<Image> ImageAsync(SimulatedCloud cloud, string id) =>
        (await cloud.Ec2.DescribeImagesAsync(new() { ImageIds = [id] }, SimulatedCloud.Cancel)).Images.Single();
}
