using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Tests.Simulated;

public sealed class PreparationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_preparation_runs_from_the_check_to_a_sealed_image_with_the_policys_permissions_alone()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var access = aws.As("darkroom");

        (await aws.Cloud.IdentifyAsync(access, Ct)).AccountId.Should().Be(SimulatedAws.Account);
        (await aws.Cloud.CheckPreparationAsync(access, SimulatedAws.Plan, Ct)).Should().OnlyContain(finding => finding.Result == CheckResult.Passed);
        var group = await aws.ClosedGroupAsync(access);
        var instance = await aws.Cloud.StartPreparationInstanceAsync(access, SimulatedAws.Launch(group), Ct);
        (await StateAsync(aws, access, instance)).State.Should().Be(InstanceState.Pending);
        aws.Advance(600);
        (await StateAsync(aws, access, instance)).State.Should().Be(InstanceState.Stopped);
        (await aws.Cloud.ReadConsoleAsync(access, instance, Ct)).Should().Contain("darkroom nonce-1 {");

        var tags = Cloud.Tags();
        var imageId = await aws.Cloud.CaptureImageAsync(access, new ImageCapture(instance, "Win10 v1", "prepared", tags), Ct);
        (await aws.Cloud.GetImageAsync(access, imageId, Ct))!.State.Should().Be(CloudImageState.Pending);
        aws.Advance(600);
        var image = await aws.Cloud.FindImageAsync(access, "Win10 v1", Ct);
        image.Should().BeEquivalentTo(new { ImageId = imageId, State = CloudImageState.Available, Reason = "", DiskSizeGb = 64, Platform = "Windows" });
        image!.Tags.Should().Contain(tags.ToDictionary());
        await aws.Cloud.SealImageAsync(access, imageId, image.SnapshotIds, tags, Ct);
        await aws.Cloud.TerminateInstanceAsync(access, instance, Ct);
        (await StateAsync(aws, access, instance)).State.Should().Be(InstanceState.ShuttingDown);

        (await aws.Cloud.DeleteImageAsync(access, imageId, Ct)).Should().BeEmpty();
        (await aws.Cloud.GetImageAsync(access, imageId, Ct)).Should().BeNull();
        aws.Advance(60);
        (await aws.Cloud.RemoveIsolationGroupAsync(access, SimulatedAws.Vpc, Ct)).Should().BeTrue();
        (await aws.Cloud.ListOwnedAsync(access, Ct)).Should().BeEmpty();
    }

    [Fact]
    public async Task The_launch_isolates_requires_tokens_and_leaves_no_volume_behind()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var access = aws.As();
        var profile = SimulatedAws.PlainProfile with
        {
            Metadata = new ProfileMetadata { HttpTokens = "optional", HttpPutResponseHopLimit = 3 },
            MarketType = "spot",
            UserData = "c2VjcmV0",
            SecurityGroupIds = ["sg-0de5c0000000000a1"],
            Tags = new Dictionary<string, string> { ["Department"] = "Finance" },
            Volumes = [new ProfileVolume { DeviceName = "/dev/xvda", SizeGb = 80, VolumeType = "gp3" }, new ProfileVolume { DeviceName = "/dev/sdf", SizeGb = 5 }],
        };

        var group = await aws.ClosedGroupAsync(access);
        await aws.Cloud.StartPreparationInstanceAsync(access, SimulatedAws.Launch(group, profile: profile), Ct);

        var sent = aws.Server.Journal.Read().Last(call => call.Action == "RunInstances").Parameters;
        sent.Should().Contain(new Dictionary<string, string>
        {
            ["MetadataOptions.HttpTokens"] = "required",
            ["MetadataOptions.HttpEndpoint"] = "enabled",
            ["MetadataOptions.HttpPutResponseHopLimit"] = "3",
            ["NetworkInterface.1.SecurityGroupId.1"] = group,
            ["NetworkInterface.1.AssociatePublicIpAddress"] = "false",
            ["NetworkInterface.1.SubnetId"] = SimulatedAws.SubnetA,
            ["BlockDeviceMapping.1.DeviceName"] = "/dev/sda1",
            ["BlockDeviceMapping.1.Ebs.VolumeSize"] = "80",
            ["BlockDeviceMapping.1.Ebs.DeleteOnTermination"] = "true",
            ["BlockDeviceMapping.2.DeviceName"] = "/dev/sdf",
            ["BlockDeviceMapping.2.Ebs.DeleteOnTermination"] = "true",
            ["InstanceInitiatedShutdownBehavior"] = "stop",
            ["ClientToken"] = "token-1",
        });
        sent.Keys.Should().NotContain(name => name.StartsWith("InstanceMarketOptions", StringComparison.Ordinal));
        sent.Values.Should().NotContain(["Finance", "sg-0de5c0000000000a1"]);
        sent.Where(member => member.Key.EndsWith(".ResourceType", StringComparison.Ordinal)).Select(member => member.Value)
            .Should().BeEquivalentTo("instance", "volume", "network-interface");
    }

    [Fact]
    public async Task The_same_token_gives_the_same_instance_even_when_the_answer_was_lost()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var access = aws.As();
        var group = await aws.ClosedGroupAsync(access);
        var launch = SimulatedAws.Launch(group);
        aws.Server.Faults.Add(new("RunInstances", Simulator.Control.FaultEffect.DropResponse, Count: 1));

        var lost = await FluentActions.Awaiting(() => aws.Cloud.StartPreparationInstanceAsync(access, launch, Ct)).Should().ThrowAsync<CloudException>();
        lost.Which.IsTransient.Should().BeTrue();
        var instance = await aws.Cloud.StartPreparationInstanceAsync(access, launch, Ct);

        (await aws.Cloud.FindInstancesAsync(access, "ref-1", Ct)).Should().Equal(instance);
        var other = await aws.Cloud.StartPreparationInstanceAsync(access, SimulatedAws.Launch(group, "token-2", reference: "ref-2"), Ct);
        other.Should().NotBe(instance);
    }

    [Fact]
    public async Task Terminating_what_is_gone_and_deleting_twice_is_success()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var access = aws.As();
        await aws.Cloud.TerminateInstanceAsync(access, "i-00000000000000009", Ct);
        (await aws.Cloud.DeleteImageAsync(access, "ami-00000000000000009", Ct)).Should().BeEmpty();
        (await aws.Cloud.RemoveIsolationGroupAsync(access, SimulatedAws.Vpc, Ct)).Should().BeTrue();
    }

    [Fact]
    public async Task A_preparation_of_a_profile_with_stop_protection_can_be_terminated()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var access = aws.As();
        var group = await aws.ClosedGroupAsync(access);
        var launch = SimulatedAws.Launch(group, profile: SimulatedAws.PlainProfile with { DisableApiStop = true });
        var instance = await aws.Cloud.StartPreparationInstanceAsync(access, launch, Ct);
        await aws.Cloud.TerminateInstanceAsync(access, instance, Ct);
        (await StateAsync(aws, access, instance)).State.Should().Be(InstanceState.ShuttingDown);
    }

    [Fact]
    public async Task More_instances_than_one_filter_takes_are_described_and_unknown_ones_left_out()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var access = aws.As();
        var before = aws.Server.Journal.LastSequence;
        var unknown = Enumerable.Range(0, 450).Select(number => $"i-{number:x17}");

        var states = await aws.Cloud.DescribeInstancesAsync(access, [.. unknown, SimulatedAws.ProfileInstance, SimulatedAws.ManagedInstance], Ct);

        states.Keys.Should().BeEquivalentTo(SimulatedAws.ProfileInstance, SimulatedAws.ManagedInstance);
        aws.Server.Journal.Read(before).Should().HaveCount(3);
    }

    private static async Task<InstanceStatus> StateAsync(SimulatedAws aws, CloudAccess access, string instance) =>
        (await aws.Cloud.DescribeInstancesAsync(access, [instance], Ct))[instance];
}
