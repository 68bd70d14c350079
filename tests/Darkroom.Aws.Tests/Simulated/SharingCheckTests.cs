using Amazon.EC2.Model;
using Darkroom.Aws.Errors;
using Darkroom.Contracts.Images;
using Darkroom.Core.Clouds;
using Darkroom.Simulator.Control;

namespace Darkroom.Aws.Tests.Simulated;

public sealed class SharingCheckTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_whole_image_passes_every_check_in_another_zone_and_nothing_is_changed()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var before = aws.Server.Resources(SimulatedAws.Account, "us-east-1");

        var findings = await aws.Cloud.CheckSharingAsync(aws.As(), SimulatedAws.Sharing, Ct);

        findings.Should().OnlyContain(finding => finding.Result == CheckResult.Passed);
        findings.Select(finding => finding.Check).Distinct().Should().HaveCount(11);
        findings.Where(finding => finding.Check == CheckNames.Permissions).Select(finding => finding.Subject).Should().Equal(
            "ec2:DescribeAvailabilityZones", "ec2:DescribeImages", "ec2:DescribeInstanceTypeOfferings", "ec2:DescribeSnapshots", "ec2:DescribeSubnets");
        aws.Server.Resources(SimulatedAws.Account, "us-east-1").Should().BeEquivalentTo(before);
    }

    [Fact]
    public async Task Everything_in_the_way_of_a_share_is_found_at_once()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var plan = SimulatedAws.Sharing with
        {
            ImageId = "ami-00000000000000009",
            SnapshotIds = ["snap-00000000000da0001", "snap-00000000000000009"],
            InstanceType = "g4dn.xlarge",
            SubnetIds = [SimulatedAws.SubnetA, "subnet-00000000000000009"],
            Profile = SimulatedAws.PlainProfile with
            {
                SecurityGroupIds = ["sg-00000000000000009"],
                CapacityReservation = new ProfileCapacityReservation(null, "cr-0123456789abcdef0", null),
            },
        };

        var findings = await aws.Cloud.CheckSharingAsync(aws.As(), plan, Ct);

        findings.Where(finding => finding.Result == CheckResult.Failed).Select(finding => finding.Error!.Definition).Should().BeEquivalentTo(
            [SharingCheckErrors.ImageMissing, SharingCheckErrors.SnapshotMissing, CheckErrors.TypeNotOffered, CheckErrors.SubnetElsewhere, CheckErrors.SubnetMissing, SharingCheckErrors.SecurityGroupMissing]);
        findings.Should().ContainSingle(finding => finding.Result == CheckResult.NotCheckable).Which.Should().Match<Finding>(finding =>
            finding.Error!.Definition == SharingCheckErrors.BoundToZone && finding.Unanswered == null);
    }

    [Fact]
    public async Task A_group_of_another_VPC_and_a_foreign_image_are_found()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var plan = SimulatedAws.Sharing with
        {
            ImageId = "ami-0ba5e0000000000aa",
            VpcId = "vpc-00000000000000009",
            Profile = SimulatedAws.PlainProfile with { Nics = [new ProfileNic { DeviceIndex = 0, SecurityGroupIds = ["sg-0de5c0000000000a1"] }] },
        };

        var findings = await aws.Cloud.CheckSharingAsync(aws.As(), plan, Ct);

        findings.Select(finding => finding.Error?.Definition).Should().Contain([SharingCheckErrors.ImageForeign, SharingCheckErrors.SecurityGroupElsewhere]);
    }

    [Theory]
    [InlineData("5c0ffee0-da4c-4000-8000-0000000000a1", null)]
    [InlineData("5c0ffee0-da4c-4000-8000-0000000000d1", "PreparedImageKeyUnusable")]
    [InlineData("5c0ffee0-da4c-4000-8000-00000000dead", "CloudKeyNotFound")]
    public async Task The_key_of_an_encrypted_snapshot_is_looked_at(string key, string? code)
    {
        await using var aws = await SimulatedAws.StartAsync();
        var (image, snapshot) = await EncryptedAsync(aws, key);

        var findings = await aws.Cloud.CheckSharingAsync(aws.As(), SimulatedAws.Sharing with { ImageId = image, SnapshotIds = [snapshot] }, Ct);

        findings.Single(finding => finding.Check == "EncryptionKeys").Error?.Code.Should().Be(code);
        findings.Where(finding => finding.Check != "EncryptionKeys").Should().OnlyContain(finding => finding.Result == CheckResult.Passed);
    }

    [Fact]
    public async Task A_snapshot_that_is_still_being_made_is_found()
    {
        await using var aws = await SimulatedAws.StartAsync();
        var (image, snapshot) = await EncryptedAsync(aws, "5c0ffee0-da4c-4000-8000-0000000000a1", wait: false);

        var findings = await aws.Cloud.CheckSharingAsync(aws.As(), SimulatedAws.Sharing with { ImageId = image, SnapshotIds = [snapshot] }, Ct);

        findings.Select(finding => finding.Error?.Definition).Should().Contain([SharingCheckErrors.ImageNotAvailable, SharingCheckErrors.SnapshotNotCompleted]);
    }

    [Fact]
    public async Task A_throttled_check_can_not_be_made_this_time()
    {
        await using var aws = await SimulatedAws.StartAsync();
        aws.Server.Faults.Add(new Fault("DescribeSubnets", FaultEffect.ErrorBefore, ErrorCode: "RequestLimitExceeded", ErrorStatus: 503));

        var findings = await aws.Cloud.CheckSharingAsync(aws.As(), SimulatedAws.Sharing, Ct);

        findings.Should().ContainSingle(finding => finding.Unanswered != null).Which.Should().Match<Finding>(finding =>
            finding.Check == "Subnets" && finding.Result == CheckResult.NotCheckable && finding.Error!.Definition == FaultErrors.Throttled);
    }

    private static async Task<(string Image, string Snapshot)> EncryptedAsync(SimulatedAws aws, string key, bool wait = true)
    {
        using var ec2 = aws.Administrator();
        var run = await ec2.RunInstancesAsync(
            new()
            {
                ImageId = SimulatedAws.Master,
                InstanceType = "t3.medium",
                MinCount = 1,
                MaxCount = 1,
                SubnetId = SimulatedAws.SubnetA,
                BlockDeviceMappings = [new BlockDeviceMapping { DeviceName = "/dev/sda1", Ebs = new EbsBlockDevice { Encrypted = true, KmsKeyId = key } }],
            },
            Ct);
        aws.Advance(120);
        var image = (await ec2.CreateImageAsync(new() { InstanceId = run.Reservation.Instances[0].InstanceId, Name = "encrypted", NoReboot = true }, Ct)).ImageId;
        if (wait)
        {
            aws.Advance(3600);
        }

        var made = (await ec2.DescribeImagesAsync(new() { ImageIds = [image] }, Ct)).Images.Single();
        return (image, made.BlockDeviceMappings.Single().Ebs.SnapshotId);
    }
}
