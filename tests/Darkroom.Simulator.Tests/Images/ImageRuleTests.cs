using Amazon.EC2;

namespace Darkroom.Simulator.Tests.Images;

public class ImageRuleTests
{
    [Fact]
    public async Task A_name_is_used_once_in_an_account_and_Region()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var id = (await cloud.RunAsync(SimulatedCloud.Launch())).InstanceId;
        cloud.Advance(60);
        await CreateAsync(cloud, id, "one");
        (await Refused(() => CreateAsync(cloud, id, "one"))).ErrorCode.Should().Be("InvalidAMIName.Duplicate");
        (await Refused(() => CreateAsync(cloud, id, "no"))).ErrorCode.Should().Be("InvalidAMIName.Malformed");
    }

    [Fact]
    public async Task A_pending_image_can_not_be_launched()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var id = (await cloud.RunAsync(SimulatedCloud.Launch())).InstanceId;
        cloud.Advance(60);
        var image = await CreateAsync(cloud, id, "one");
        (await Refused(() => cloud.RunAsync(SimulatedCloud.Launch(image)))).ErrorCode.Should().Be("InvalidAMIID.Unavailable");
        cloud.Advance(600);
        await cloud.RunAsync(SimulatedCloud.Launch(image));
    }

    [Fact]
    public async Task A_snapshot_of_an_image_is_in_use_and_left_over_by_a_plain_deregistration()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var id = (await cloud.RunAsync(SimulatedCloud.Launch())).InstanceId;
        cloud.Advance(60);
        var image = await CreateAsync(cloud, id, "one");
        var snapshot = (await cloud.Ec2.DescribeSnapshotsAsync(
            new() { Filters = [new("status", ["pending"])] }, SimulatedCloud.Cancel)).Snapshots.Single().SnapshotId;
        (await Refused(() => cloud.Ec2.DeleteSnapshotAsync(new(snapshot), SimulatedCloud.Cancel))).ErrorCode.Should().Be("InvalidSnapshot.InUse");
        await cloud.Ec2.DeregisterImageAsync(new(image), SimulatedCloud.Cancel);
        (await Refused(() => cloud.Ec2.DescribeImagesAsync(new() { ImageIds = [image] }, SimulatedCloud.Cancel)))
            .ErrorCode.Should().Be("InvalidAMIID.NotFound");
        await cloud.Ec2.DeleteSnapshotAsync(new(snapshot), SimulatedCloud.Cancel);
        (await Refused(() => cloud.Ec2.DeleteSnapshotAsync(new(snapshot), SimulatedCloud.Cancel))).ErrorCode.Should().Be("InvalidSnapshot.NotFound");
    }

    [Fact]
    public async Task Snapshots_that_may_not_be_deleted_are_reported_so()
    {
        var world = DemoWorld.With(users => users.Add(DemoWorld.User("deregisterer", 92, "ec2:DeregisterImage")));
        await using var cloud = await SimulatedCloud.StartAsync(options => options with { WorldJson = world });
        using var ec2 = cloud.Ec2As("deregisterer");
        var answer = await ec2.DeregisterImageAsync(new() { ImageId = SimulatedCloud.Windows10, DeleteAssociatedSnapshots = true }, SimulatedCloud.Cancel);
        answer.DeleteSnapshotResults.Single().ReturnCode.Value.Should().Be("missing-permissions");
        cloud.Resources().Should().Contain(resource => resource.Id == answer.DeleteSnapshotResults[0].SnapshotId);
    }

    [Fact]
    public async Task A_foreign_image_is_seen_and_can_not_be_changed()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var amazons = (await cloud.Ec2.DescribeImagesAsync(new() { Owners = ["amazon"] }, SimulatedCloud.Cancel)).Images.Single();
        amazons.Public.Should().BeTrue();
        (await Refused(() => cloud.Ec2.DeregisterImageAsync(new(amazons.ImageId), SimulatedCloud.Cancel))).ErrorCode.Should().Be("AuthFailure");
        (await cloud.Ec2.DescribeImagesAsync(new() { Owners = ["self"] }, SimulatedCloud.Cancel))
            .Images.Should().NotContain(image => image.ImageId == amazons.ImageId);
    }

    [Fact]
    public async Task An_image_sealed_for_IMDSv2_makes_launches_require_tokens()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        (await cloud.RunAsync(SimulatedCloud.Launch())).MetadataOptions.HttpTokens.Value.Should().Be("optional");
        await cloud.Ec2.ModifyImageAttributeAsync(new() { ImageId = SimulatedCloud.Windows10, ImdsSupport = "v2.0" }, SimulatedCloud.Cancel);
        (await cloud.RunAsync(SimulatedCloud.Launch())).MetadataOptions.HttpTokens.Value.Should().Be("required");
        (await Refused(() => cloud.Ec2.ModifyImageAttributeAsync(new() { ImageId = SimulatedCloud.Windows10, ImdsSupport = "v1.0" }, SimulatedCloud.Cancel)))
            .ErrorCode.Should().Be("InvalidParameterValue");
    }

    private static async Task<string> CreateAsync(SimulatedCloud cloud, string instance, string name) =>
        (await cloud.Ec2.CreateImageAsync(new() { InstanceId = instance, Name = name, NoReboot = true }, SimulatedCloud.Cancel)).ImageId;

    private static Task<AmazonEC2Exception> Refused(Func<Task> call) => Assert.ThrowsAsync<AmazonEC2Exception>(call);
}
