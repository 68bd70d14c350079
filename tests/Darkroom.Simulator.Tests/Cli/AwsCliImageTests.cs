namespace Darkroom.Simulator.Tests.Cli;

/// <summary>What keeps an image or its snapshots from going, as AWS's own command line meets it.</summary>
[Trait("Suite", "full")]
public class AwsCliImageTests
{
    [Fact]
    public async Task The_command_line_can_not_delete_a_snapshot_while_an_image_is_made_of_it()
    {
        AwsCli.SkipWithout();
        await using var cloud = await SimulatedCloud.StartAsync();
        var aws = new AwsCli(cloud, "administrator");
        var image = await aws.RunAsync("ec2", "describe-images", "--image-ids", SimulatedCloud.Windows10, "--query", "Images[0]");
        var snapshot = image.GetProperty("BlockDeviceMappings")[0].GetProperty("Ebs").GetProperty("SnapshotId").GetString()!;
        (await aws.FailAsync("ec2", "delete-snapshot", "--snapshot-id", snapshot)).Should().Contain("InvalidSnapshot.InUse").And.Contain(SimulatedCloud.Windows10);

        var second = (await aws.RunAsync("ec2", "register-image", "--name", "second", "--root-device-name", "/dev/sda1",
            "--block-device-mappings", $"DeviceName=/dev/sda1,Ebs={{SnapshotId={snapshot}}}")).GetProperty("ImageId").GetString()!;
        var gone = await aws.RunAsync("ec2", "deregister-image", "--image-id", SimulatedCloud.Windows10, "--delete-associated-snapshots");
        gone.GetProperty("DeleteSnapshotResults")[0].GetProperty("ReturnCode").GetString().Should().Be("skipped");
        (await aws.FailAsync("ec2", "delete-snapshot", "--snapshot-id", snapshot)).Should().Contain("InvalidSnapshot.InUse").And.Contain(second);
        await aws.RunAsync("ec2", "deregister-image", "--image-id", second);
        await aws.RunAsync("ec2", "delete-snapshot", "--snapshot-id", snapshot);
        (await aws.FailAsync("ec2", "describe-snapshots", "--snapshot-ids", snapshot)).Should().Contain("InvalidSnapshot.NotFound");
    }

    [Fact]
    public async Task The_command_line_can_not_deregister_a_protected_image_until_its_protection_is_taken_off()
    {
        AwsCli.SkipWithout();
        await using var cloud = await SimulatedCloud.StartAsync();
        var aws = new AwsCli(cloud, "administrator");
        (await ProtectionAsync("enable")).Should().Be("enabled-without-cooldown");
        (await aws.RunAsync("ec2", "describe-images", "--image-ids", SimulatedCloud.Windows10, "--query", "Images[0]"))
            .GetProperty("DeregistrationProtection").GetString().Should().Be("enabled-without-cooldown");
        (await aws.FailAsync(Deregister())).Should().Contain("OperationNotPermitted");
        (await ProtectionAsync("disable")).Should().Be("disabled");
        await aws.RunAsync(Deregister());
        (await aws.FailAsync("ec2", "describe-images", "--image-ids", SimulatedCloud.Windows10)).Should().Contain("InvalidAMIID.NotFound");

        async Task<string?> ProtectionAsync(string verb) =>
            (await aws.RunAsync("ec2", $"{verb}-image-deregistration-protection", "--image-id", SimulatedCloud.Windows10)).GetProperty("Return").GetString();

        static string[] Deregister() => ["ec2", "deregister-image", "--image-id", SimulatedCloud.Windows10];
    }

    [Fact]
    public async Task The_command_line_waits_for_a_day_after_a_protection_with_a_cooldown()
    {
        AwsCli.SkipWithout();
        await using var cloud = await SimulatedCloud.StartAsync();
        var aws = new AwsCli(cloud, "administrator");
        await aws.RunAsync("ec2", "enable-image-deregistration-protection", "--image-id", SimulatedCloud.Windows10, "--with-cooldown");
        await aws.RunAsync("ec2", "disable-image-deregistration-protection", "--image-id", SimulatedCloud.Windows10);
        cloud.Advance(23 * 3600);
        (await aws.FailAsync("ec2", "deregister-image", "--image-id", SimulatedCloud.Windows10)).Should().Contain("OperationNotPermitted");
        cloud.Advance(3601);
        await aws.RunAsync("ec2", "deregister-image", "--image-id", SimulatedCloud.Windows10);
    }

    [Fact]
    public async Task The_command_line_sees_which_instances_and_launch_templates_refer_to_an_image()
    {
        AwsCli.SkipWithout();
        await using var cloud = await SimulatedCloud.StartAsync();
        var aws = new AwsCli(cloud, "administrator");
        var instance = (await cloud.RunAsync(SimulatedCloud.Launch(SimulatedCloud.Linux))).InstanceId;
        var template = (await aws.RunAsync("ec2", "create-launch-template", "--launch-template-name", "refers", "--launch-template-data",
            $"{{\"ImageId\":\"{SimulatedCloud.Linux}\"}}")).GetProperty("LaunchTemplate").GetProperty("LaunchTemplateId").GetString()!;
        (await ReferencesAsync("--include-all-resource-types")).Should().BeEquivalentTo(
            $"arn:aws:ec2:us-east-1:{SimulatedCloud.Account}:instance/{instance}", $"arn:aws:ec2:us-east-1:{SimulatedCloud.Account}:launch-template/{template}");
        (await ReferencesAsync("--resource-types", "ResourceType=ec2:Instance,ResourceTypeOptions=[{OptionName=state-name,OptionValues=[stopped]}]")).Should().BeEmpty();

        async Task<string?[]> ReferencesAsync(params string[] types) =>
            [.. (await aws.RunAsync(["ec2", "describe-image-references", "--image-ids", SimulatedCloud.Linux, .. types]))
                .GetProperty("ImageReferences").EnumerateArray().Select(reference => reference.GetProperty("Arn").GetString())];
    }
}
