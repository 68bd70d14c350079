using System.Net;
using Amazon.EC2;
using Amazon.EC2.Model;

namespace Darkroom.Simulator.Tests.Instances;

public class LaunchTests
{
    [Fact]
    public async Task The_same_token_launches_once_in_a_zone_and_again_in_another()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var request = SimulatedCloud.Launch();
        request.ClientToken = "token";
        var first = await cloud.RunAsync(request);
        (await cloud.RunAsync(request)).InstanceId.Should().Be(first.InstanceId);
        var elsewhere = SimulatedCloud.Launch();
        (elsewhere.ClientToken, elsewhere.SubnetId) = ("token", SimulatedCloud.SubnetB);
        (await cloud.RunAsync(elsewhere)).InstanceId.Should().NotBe(first.InstanceId);
        var other = SimulatedCloud.Launch();
        (other.ClientToken, other.InstanceType) = ("token", InstanceType.T3Large);
        (await Refused(cloud, other)).ErrorCode.Should().Be("IdempotentParameterMismatch");
    }

    [Fact]
    public async Task A_zone_without_room_refuses_with_a_server_error_until_there_is_room_again()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        cloud.Server.Capacity.Set("us-east-1a", "t3.medium", 0);
        var refused = await Refused(cloud, SimulatedCloud.Launch());
        (refused.ErrorCode, refused.StatusCode).Should().Be(("InsufficientInstanceCapacity", HttpStatusCode.InternalServerError));
        var elsewhere = SimulatedCloud.Launch();
        elsewhere.SubnetId = SimulatedCloud.SubnetB;
        await cloud.RunAsync(elsewhere);
        cloud.Server.Capacity.Set("us-east-1a", "t3.medium", 1);
        var only = await cloud.RunAsync(SimulatedCloud.Launch());
        (await Refused(cloud, SimulatedCloud.Launch())).ErrorCode.Should().Be("InsufficientInstanceCapacity");
        await cloud.Ec2.TerminateInstancesAsync(new() { InstanceIds = [only.InstanceId] }, SimulatedCloud.Cancel);
        await cloud.RunAsync(SimulatedCloud.Launch());
    }

    [Fact]
    public async Task A_subnet_runs_out_of_addresses_and_gets_them_back()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var request = SimulatedCloud.Launch();
        (request.SubnetId, request.MinCount, request.MaxCount) = (SimulatedCloud.TinySubnet, 11, 11);
        var instances = (await cloud.Ec2.RunInstancesAsync(request, SimulatedCloud.Cancel)).Reservation.Instances;
        instances.Select(instance => instance.PrivateIpAddress).Should().OnlyHaveUniqueItems();
        (await Available()).Should().Be(0);
        (request.MinCount, request.MaxCount) = (1, 1);
        (await Refused(cloud, request)).ErrorCode.Should().Be("InsufficientFreeAddressesInSubnet");
        await cloud.Ec2.TerminateInstancesAsync(new() { InstanceIds = [.. instances.Select(instance => instance.InstanceId)] }, SimulatedCloud.Cancel);
        cloud.Advance(60);
        (await Available()).Should().Be(11);

        async Task<int?> Available() => (await cloud.Ec2.DescribeSubnetsAsync(
            new DescribeSubnetsRequest { SubnetIds = [SimulatedCloud.TinySubnet] }, SimulatedCloud.Cancel)).Subnets.Single().AvailableIpAddressCount;
    }

    [Fact]
    public async Task A_type_that_the_zone_does_not_offer_is_unsupported()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var request = SimulatedCloud.Launch();
        (request.InstanceType, request.SubnetId) = ("g5.xlarge", SimulatedCloud.SubnetC);
        (await Refused(cloud, request)).ErrorCode.Should().Be("Unsupported");
    }

    [Theory]
    [InlineData("ami-00000000000000000", "InvalidAMIID.NotFound")]
    [InlineData("not an id", "InvalidAMIID.Malformed")]
    public async Task An_image_that_is_not_there_is_named_so(string image, string code)
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        (await Refused(cloud, SimulatedCloud.Launch(image))).ErrorCode.Should().Be(code);
    }

    [Fact]
    public async Task User_data_is_base64_of_at_most_16_KB()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        await cloud.RunAsync(SimulatedCloud.Launch(userData: Convert.ToBase64String(new byte[16384])));
        (await Refused(cloud, SimulatedCloud.Launch(userData: Convert.ToBase64String(new byte[16385])))).ErrorCode.Should().Be("InvalidParameterValue");
        (await Refused(cloud, SimulatedCloud.Launch(userData: "%"))).ErrorCode.Should().Be("InvalidUserData.Malformed");
    }

    [Fact]
    public async Task A_launch_that_makes_no_sense_is_refused_with_the_reason()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var world = cloud.Resources().Count;
        (string Code, Action<RunInstancesRequest> Spoil)[] cases =
        [
            ("InvalidParameterValue", request => request.PrivateIpAddress = "here"),
            ("InvalidIPAddress.InUse", request => request.PrivateIpAddress = "10.0.0.1"),
            ("InvalidParameterValue", request => request.InstanceType = "t9.huge"),
            ("InvalidParameterValue", request => request.InstanceType = "t4g.medium"),
            ("InvalidParameterValue", request => request.Placement = new() { AvailabilityZone = "us-east-1b" }),
            ("InvalidSubnetID.NotFound", request => request.SubnetId = "subnet-00000000000000000"),
            ("InvalidGroup.NotFound", request => request.SecurityGroupIds = ["sg-00000000000000000"]),
            ("InvalidKeyPair.NotFound", request => request.KeyName = "none"),
            ("InvalidParameterCombination", request => request.NetworkInterfaces = [new() { DeviceIndex = 0, SubnetId = SimulatedCloud.SubnetA }]),
            ("InvalidParameterValue", request => Interfaces(request, 0, 0)),
            ("AttachmentLimitExceeded", request => Interfaces(request, 0, 1, 2, 3)),
            ("InvalidBlockDeviceMapping", request => request.BlockDeviceMappings = [Device("/dev/sda1", 8)]),
            ("InvalidBlockDeviceMapping", request => request.BlockDeviceMappings = [Device("xvdb", 8), Device("xvdb", 9)]),
            ("InvalidParameterValue", request => request.TagSpecifications = [new() { ResourceType = ResourceType.Image, Tags = [new("a", "b")] }]),
            ("TagLimitExceeded", request => request.TagSpecifications =
                [new() { ResourceType = ResourceType.Volume, Tags = [.. Enumerable.Range(0, 51).Select(number => new Tag($"key{number}", ""))] }]),
            ("InvalidLaunchTemplateId.NotFound", request => request.LaunchTemplate = new() { LaunchTemplateId = "lt-00000000000000000" }),
        ];
        foreach (var (code, spoil) in cases)
        {
            var request = SimulatedCloud.Launch();
            spoil(request);
            (await Refused(cloud, request)).ErrorCode.Should().Be(code);
        }
        cloud.Resources().Should().HaveCount(world);

        static BlockDeviceMapping Device(string name, int size) => new() { DeviceName = name, Ebs = new() { VolumeSize = size } };

        static void Interfaces(RunInstancesRequest request, params int[] indexes)
        {
            request.SubnetId = null;
            request.NetworkInterfaces =
                [.. indexes.Select(index => new InstanceNetworkInterfaceSpecification { DeviceIndex = index, SubnetId = SimulatedCloud.SubnetA })];
        }
    }

    [Fact]
    public async Task Everything_a_launch_asks_for_is_kept_and_shown()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var group = await cloud.Ec2.CreateSecurityGroupAsync(
            new() { GroupName = "isolated", Description = "d", VpcId = SimulatedCloud.Vpc }, SimulatedCloud.Cancel);
        var userData = Scripts.Encode("hello");
        var launched = await cloud.RunAsync(new()
        {
            ImageId = SimulatedCloud.Windows10,
            InstanceType = InstanceType.T3Medium,
            MinCount = 1,
            MaxCount = 1,
            KeyName = "desktops",
            EbsOptimized = true,
            UserData = userData,
            DisableApiStop = true,
            MetadataOptions = new() { HttpTokens = HttpTokensState.Required, HttpPutResponseHopLimit = 3 },
            IamInstanceProfile = new() { Name = "desktop" },
            CreditSpecification = new() { CpuCredits = "standard" },
            MaintenanceOptions = new() { AutoRecovery = "disabled" },
            EnclaveOptions = new() { Enabled = true },
            LicenseSpecifications = [new() { LicenseConfigurationArn = "arn:aws:license-manager:us-east-1:111122223333:license-configuration/a" }],
            NetworkInterfaces =
            [
                new() { DeviceIndex = 0, SubnetId = SimulatedCloud.SubnetB, Groups = [group.GroupId], DeleteOnTermination = true, Description = "nic" },
            ],
            BlockDeviceMappings =
            [
                new()
                {
                    DeviceName = "/dev/sda1",
                    Ebs = new() { VolumeSize = 100, VolumeType = VolumeType.Gp3, Iops = 4000, Throughput = 250, Encrypted = true },
                },
                new() { DeviceName = "xvdb", Ebs = new() { VolumeSize = 10, DeleteOnTermination = false } },
            ],
            TagSpecifications =
            [
                new() { ResourceType = ResourceType.Instance, Tags = [new("of", "instance")] },
                new() { ResourceType = ResourceType.Volume, Tags = [new("of", "volume")] },
                new() { ResourceType = ResourceType.NetworkInterface, Tags = [new("of", "nic")] },
            ],
        });
        var instance = await cloud.InstanceAsync(launched.InstanceId);
        instance.Placement.AvailabilityZone.Should().Be("us-east-1b");
        instance.KeyName.Should().Be("desktops");
        instance.EbsOptimized.Should().BeTrue();
        instance.MetadataOptions.HttpTokens.Value.Should().Be("required");
        instance.MetadataOptions.HttpPutResponseHopLimit.Should().Be(3);
        instance.IamInstanceProfile.Arn.Should().EndWith(":instance-profile/desktop");
        instance.MaintenanceOptions.AutoRecovery.Value.Should().Be("disabled");
        instance.EnclaveOptions.Enabled.Should().BeTrue();
        instance.Licenses.Should().ContainSingle();
        instance.NetworkInterfaces.Single().Groups.Single().GroupId.Should().Be(group.GroupId);
        instance.Tags.Should().ContainSingle().Which.Value.Should().Be("instance");
        var volumes = (await cloud.Ec2.DescribeVolumesAsync(
            new() { Filters = [new("attachment.instance-id", [instance.InstanceId])] }, SimulatedCloud.Cancel)).Volumes;
        volumes.Select(volume => (volume.Size, volume.Iops, volume.Throughput, volume.Encrypted, volume.Attachments.Single().DeleteOnTermination))
            .Should().BeEquivalentTo([((int?)100, (int?)4000, (int?)250, (bool?)true, (bool?)true), (10, null, null, false, false)]);
        volumes.Should().OnlyContain(volume => volume.Tags.Single().Value == "volume");
        (await Attribute("userData")).UserData.Should().Be(userData);
        (await Attribute("disableApiStop")).DisableApiStop.Should().BeTrue();
        (await cloud.Ec2.DescribeInstanceCreditSpecificationsAsync(new() { InstanceIds = [instance.InstanceId] }, SimulatedCloud.Cancel))
            .InstanceCreditSpecifications.Single().CpuCredits.Should().Be("standard");

        async Task<InstanceAttribute> Attribute(string name) => (await cloud.Ec2.DescribeInstanceAttributeAsync(
            new() { InstanceId = launched.InstanceId, Attribute = name }, SimulatedCloud.Cancel)).InstanceAttribute;
    }

    [Fact]
    public async Task What_is_to_stay_stays_after_the_instance_and_can_be_deleted_then()
    {
        await using var cloud = await SimulatedCloud.StartAsync();
        var request = SimulatedCloud.Launch();
        request.SubnetId = null;
        request.NetworkInterfaces = [new() { DeviceIndex = 0, SubnetId = SimulatedCloud.SubnetA, DeleteOnTermination = false }];
        request.BlockDeviceMappings = [new() { DeviceName = "/dev/sda1", Ebs = new() { DeleteOnTermination = false } }];
        var instance = await cloud.RunAsync(request);
        cloud.Advance(60);
        var volume = (await cloud.InstanceAsync(instance.InstanceId)).BlockDeviceMappings.Single().Ebs.VolumeId;
        var nic = instance.NetworkInterfaces.Single().NetworkInterfaceId;
        (await Assert.ThrowsAsync<AmazonEC2Exception>(() => cloud.Ec2.DeleteVolumeAsync(new(volume), SimulatedCloud.Cancel)))
            .ErrorCode.Should().Be("VolumeInUse");
        await cloud.Ec2.TerminateInstancesAsync(new() { InstanceIds = [instance.InstanceId] }, SimulatedCloud.Cancel);
        cloud.Advance(60);
        cloud.Resources().Where(resource => resource.Id == volume || resource.Id == nic)
            .Should().HaveCount(2).And.OnlyContain(resource => resource.State == "available");
        await cloud.Ec2.DeleteVolumeAsync(new(volume), SimulatedCloud.Cancel);
        await cloud.Ec2.DeleteNetworkInterfaceAsync(new() { NetworkInterfaceId = nic }, SimulatedCloud.Cancel);
        cloud.Resources().Should().NotContain(resource => resource.Id == volume || resource.Id == nic);
    }

    private static Task<AmazonEC2Exception> Refused(SimulatedCloud cloud, RunInstancesRequest request) =>
        Assert.ThrowsAsync<AmazonEC2Exception>(() => cloud.Ec2.RunInstancesAsync(request, SimulatedCloud.Cancel));
}
