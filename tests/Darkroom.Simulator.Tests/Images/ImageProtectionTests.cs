using Amazon.EC2;

namespace Darkroom.Simulator.Tests.Images;

public class ImageProtectionTests
{
    [Fact]
    public async Task A_protected_image_is_not_deregistered_until_its_protection_and_cooldown_are_over()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        (await ProtectionAsync(cloud)).Should().Be("disabled");
        await cloud.Ec2.EnableImageDeregistrationProtectionAsync(new() { ImageId = SimulatedCloud.Windows10, WithCooldown = true }, SimulatedCloud.Cancel);
        (await ProtectionAsync(cloud)).Should().Be("enabled-with-cooldown");
        (await Refused(() => DeregisterAsync(cloud))).ErrorCode.Should().Be("OperationNotPermitted");

        await cloud.Ec2.DisableImageDeregistrationProtectionAsync(new() { ImageId = SimulatedCloud.Windows10 }, SimulatedCloud.Cancel);
        (await Refused(() => DeregisterAsync(cloud))).ErrorCode.Should().Be("OperationNotPermitted");
        cloud.Advance(25 * 3600);
        await DeregisterAsync(cloud);
    }

    [Fact]
    public async Task A_snapshot_that_two_images_use_outlives_the_first_one()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var snapshot = (await cloud.Ec2.DescribeImagesAsync(new() { ImageIds = [SimulatedCloud.Windows10] }, SimulatedCloud.Cancel))
            .Images.Single().BlockDeviceMappings.Single().Ebs.SnapshotId;
        var second = (await cloud.Ec2.RegisterImageAsync(
            new() { Name = "second", RootDeviceName = "/dev/sda1", BlockDeviceMappings = [new() { DeviceName = "/dev/sda1", Ebs = new() { SnapshotId = snapshot } }] },
            SimulatedCloud.Cancel)).ImageId;

        (await DeregisterAsync(cloud)).Single().ReturnCode.Value.Should().Be("skipped");
        (await Refused(() => cloud.Ec2.DeleteSnapshotAsync(new(snapshot), SimulatedCloud.Cancel))).ErrorCode.Should().Be("InvalidSnapshot.InUse");
        await cloud.Ec2.DeregisterImageAsync(new(second), SimulatedCloud.Cancel);
        await cloud.Ec2.DeleteSnapshotAsync(new(snapshot), SimulatedCloud.Cancel);
    }

    private static async Task<string> ProtectionAsync(SimulatedCloud cloud) =>
        (await cloud.Ec2.DescribeImagesAsync(new() { ImageIds = [SimulatedCloud.Windows10] }, SimulatedCloud.Cancel)).Images.Single().DeregistrationProtection;

    private static async Task<List<Amazon.EC2.Model.DeleteSnapshotReturnCode>> DeregisterAsync(SimulatedCloud cloud) =>
        (await cloud.Ec2.DeregisterImageAsync(new() { ImageId = SimulatedCloud.Windows10, DeleteAssociatedSnapshots = true }, SimulatedCloud.Cancel)).DeleteSnapshotResults;

    private static Task<AmazonEC2Exception> Refused(Func<Task> call) => Assert.ThrowsAsync<AmazonEC2Exception>(call);
}
