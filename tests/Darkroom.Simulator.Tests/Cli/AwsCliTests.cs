using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Darkroom.Simulator.Tests.Cli;

/// <summary>AWS's own command line against the simulator, from outside.</summary>
public class AwsCliTests
{
    [Fact]
    [Trait("Suite", "full")]
    public async Task The_command_line_drives_the_life_of_an_image()
    {
        AwsCli.SkipWithout();
        await using var cloud = await SimulatedCloud.StartAsync();
        var aws = new AwsCli(cloud, "darkroom");
        const string name = "Umläute + \"/\" ~*'()";
        var before = cloud.Resources().Select(resource => resource.Id).ToList();
        var script = Encoding.UTF8.GetString(Convert.FromBase64String(Scripts.Windows("OsRearm")));
        var run = await aws.RunAsync("ec2", "run-instances", "--image-id", SimulatedCloud.Windows10, "--instance-type", "t3.medium", "--subnet-id",
            SimulatedCloud.SubnetA, "--user-data", script, "--client-token", "cli", "--instance-initiated-shutdown-behavior", "stop",
            "--metadata-options", "HttpTokens=required", "--tag-specifications",
            JsonSerializer.Serialize(new[] { new { ResourceType = "instance", Tags = new[] { new { Key = "Name", Value = name } } } }));
        var instance = run.GetProperty("Instances")[0].GetProperty("InstanceId").GetString()!;
        cloud.Advance(3600);
        var described = await aws.RunAsync("ec2", "describe-instances", "--instance-ids", instance, "--query", "Reservations[0].Instances[0]");
        described.GetProperty("State").GetProperty("Name").GetString().Should().Be("stopped");
        described.GetProperty("Tags")[0].GetProperty("Value").GetString().Should().Be(name);
        var console = await aws.RunAsync("ec2", "get-console-output", "--instance-id", instance, "--latest");
        console.GetProperty("Output").GetString().Should().Contain($"darkroom {Scripts.Nonce} ");

        var image = (await aws.RunAsync("ec2", "create-image", "--instance-id", instance, "--name", "cli image", "--tag-specifications",
            "ResourceType=image,Tags=[{Key=a,Value=b}]", "ResourceType=snapshot,Tags=[{Key=a,Value=b}]")).GetProperty("ImageId").GetString()!;
        (await aws.FailAsync("ec2", "create-image", "--instance-id", instance, "--name", "cli image")).Should().Contain("InvalidAMIName.Duplicate");
        cloud.Advance(3600);
        await aws.RunAsync("ec2", "wait", "image-available", "--image-ids", image);
        await aws.RunAsync("ec2", "modify-image-attribute", "--image-id", image, "--imds-support", "v2.0");
        var sealedImage = await aws.RunAsync("ec2", "describe-images", "--owners", "self", "--filters", "Name=tag:a,Values=b", "--query", "Images[0]");
        sealedImage.GetProperty("ImdsSupport").GetString().Should().Be("v2.0");

        await aws.RunAsync("ec2", "terminate-instances", "--instance-ids", instance);
        cloud.Advance(60);
        await aws.RunAsync("ec2", "wait", "instance-terminated", "--instance-ids", instance);
        var deregistered = await aws.RunAsync("ec2", "deregister-image", "--image-id", image, "--delete-associated-snapshots");
        deregistered.GetProperty("DeleteSnapshotResults")[0].GetProperty("ReturnCode").GetString().Should().Be("success");
        cloud.Advance(7200);
        cloud.Resources().Select(resource => resource.Id).Should().Equal(before);
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task The_command_line_reads_the_inventory_identity_and_permissions()
    {
        AwsCli.SkipWithout();
        await using var cloud = await SimulatedCloud.StartAsync();
        var aws = new AwsCli(cloud, "administrator");
        (await aws.RunAsync("sts", "get-caller-identity")).GetProperty("Account").GetString().Should().Be(SimulatedCloud.Account);
        (await aws.RunAsync("iam", "get-account-summary")).GetProperty("SummaryMap").EnumerateObject().Should().HaveCount(34);
        (await aws.RunAsync("iam", "simulate-principal-policy", "--policy-source-arn", cloud.Principal("darkroom").Arn, "--action-names", "ec2:CreateImage"))
            .GetProperty("EvaluationResults")[0].GetProperty("EvalDecision").GetString().Should().Be("allowed");
        (await aws.RunAsync("kms", "describe-key", "--key-id", "alias/desktops")).GetProperty("KeyMetadata").GetProperty("KeyState").GetString()
            .Should().Be("Enabled");
        (await aws.RunAsync("ec2", "describe-instance-types", "--page-size", "5")).GetProperty("InstanceTypes").GetArrayLength().Should().Be(22);
        (await aws.RunAsync("ec2", "describe-launch-template-versions", "--launch-template-name", "w2022-2411", "--versions", "$Latest"))
            .GetProperty("LaunchTemplateVersions")[0].GetProperty("LaunchTemplateData").GetProperty("BlockDeviceMappings")[0].GetProperty("Ebs")
            .GetProperty("VolumeSize").GetInt32().Should().Be(80);
        (await aws.FailAsync("ec2", "run-instances", "--image-id", SimulatedCloud.Windows10, "--instance-type", "t3.medium", "--dry-run"))
            .Should().Contain("DryRunOperation");
        (await aws.FailAsync("ec2", "describe-addresses")).Should().Contain("InvalidAction");
    }

    [Fact]
    public async Task An_unsimulated_service_is_not_answered_with_success()
    {
        AwsCli.SkipWithout();
        await using var cloud = await SimulatedCloud.StartAsync();
        (await new AwsCli(cloud, "administrator").FailAsync("sqs", "list-queues")).Should().NotBeEmpty();
    }

    [Fact]
    public async Task The_command_line_is_not_missed_where_a_shell_finds_it()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("There is no POSIX shell (sh) to ask.");
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "command -v aws"]) { RedirectStandardOutput = true })!;
        await shell.WaitForExitAsync(SimulatedCloud.Cancel);
        (AwsCli.Path is not null).Should().Be(shell.ExitCode == 0);
    }
}
