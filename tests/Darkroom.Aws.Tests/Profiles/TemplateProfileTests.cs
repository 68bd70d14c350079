using Amazon.EC2;
using Amazon.EC2.Model;
using Darkroom.Aws.Errors;
using Darkroom.Aws.Profiles;
using Darkroom.Core.Clouds;
using Tag = Amazon.EC2.Model.Tag;

namespace Darkroom.Aws.Tests.Profiles;

public sealed class TemplateProfileTests
{
    private static readonly MachineProfileSource Source = new(null, "lt-1", 3);

    [Fact]
    public void All_properties_of_a_template_version_are_captured()
    {
        var profile = TemplateProfile.From(Source, new ResponseLaunchTemplateData
        {
            InstanceType = "m6i.large",
            Placement = new() { Tenancy = "dedicated", GroupName = "racks", PartitionNumber = 2 },
            MetadataOptions = new() { HttpTokens = "required", HttpPutResponseHopLimit = 2, HttpEndpoint = "enabled", InstanceMetadataTags = "enabled" },
            EbsOptimized = true,
            BlockDeviceMappings =
                [new() { DeviceName = "/dev/sda1", Ebs = new() { VolumeType = "gp3", VolumeSize = 80, Iops = 4000, Throughput = 250, Encrypted = true, KmsKeyId = "key-1" } }],
            SecurityGroupIds = ["sg-1"],
            NetworkInterfaces = [new() { DeviceIndex = 0, Groups = ["sg-2"], Description = "first", AssociatePublicIpAddress = false }],
            IamInstanceProfile = new() { Name = "desktop" },
            TagSpecifications = [new() { ResourceType = ResourceType.Instance, Tags = [new Tag("Department", "Finance")] }],
            CpuOptions = new() { CoreCount = 1, ThreadsPerCore = 1 },
            CreditSpecification = new() { CpuCredits = "standard" },
            HibernationOptions = new() { Configured = true },
            EnclaveOptions = new() { Enabled = false },
            MaintenanceOptions = new() { AutoRecovery = "disabled" },
            PrivateDnsNameOptions = new() { HostnameType = "resource-name", EnableResourceNameDnsARecord = true },
            NetworkPerformanceOptions = new() { BandwidthWeighting = "ebs-1" },
            DisableApiStop = true,
            CapacityReservationSpecification = new() { CapacityReservationTarget = new() { CapacityReservationId = "cr-1" } },
            LicenseSpecifications = [new() { LicenseConfigurationArn = "arn:license" }],
            InstanceMarketOptions = new() { MarketType = "spot" },
            UserData = "dXNlcg==",
            KeyName = "desktops",
            Monitoring = new() { Enabled = true },
        });

        profile.Should().BeEquivalentTo(new MachineProfile
        {
            Source = Source,
            InstanceType = "m6i.large",
            Placement = new ProfilePlacement { Tenancy = "dedicated", GroupName = "racks", PartitionNumber = 2 },
            Metadata = new ProfileMetadata { HttpTokens = "required", HttpPutResponseHopLimit = 2, HttpEndpoint = "enabled", InstanceMetadataTags = "enabled" },
            EbsOptimized = true,
            Volumes = [new ProfileVolume { DeviceName = "/dev/sda1", VolumeType = "gp3", SizeGb = 80, Iops = 4000, Throughput = 250, Encrypted = true, KmsKeyId = "key-1" }],
            SecurityGroupIds = ["sg-1"],
            Nics = [new ProfileNic { DeviceIndex = 0, SecurityGroupIds = ["sg-2"], Description = "first", AssociatePublicIpAddress = false }],
            InstanceProfile = "desktop",
            Tags = new Dictionary<string, string> { ["Department"] = "Finance" },
            Cpu = new ProfileCpu(1, 1, null),
            CpuCredits = "standard",
            Hibernation = true,
            Enclave = false,
            AutoRecovery = "disabled",
            PrivateDns = new ProfilePrivateDns("resource-name", true, null),
            BandwidthWeighting = "ebs-1",
            DisableApiStop = true,
            CapacityReservation = new ProfileCapacityReservation(null, "cr-1", null),
            LicenseConfigurationArns = ["arn:license"],
            MarketType = "spot",
            UserData = "dXNlcg==",
            KeyName = "desktops",
            Monitoring = true,
            Warnings = [],
        });
    }

    [Fact]
    public void What_a_managed_instance_can_not_carry_is_a_warning_that_names_the_property()
    {
        var profile = TemplateProfile.From(Source, new ResponseLaunchTemplateData
        {
            DisableApiTermination = true,
            InstanceInitiatedShutdownBehavior = "terminate",
            SecondaryInterfaces = [new()],
            Operator = new() { Managed = true },
            Placement = new() { SpreadDomain = "rack" },
            BlockDeviceMappings =
            [
                new() { DeviceName = "/dev/sda1", Ebs = new() { SnapshotId = "snap-1", DeleteOnTermination = false, VolumeInitializationRate = 100 } },
                new() { DeviceName = "xvdca", VirtualName = "ephemeral0" },
            ],
            NetworkInterfaces = [new() { DeviceIndex = 0, DeleteOnTermination = false, PrivateIpAddress = "10.0.0.4", EnaQueueCount = 4 }],
        });

        profile.Warnings.Should().OnlyContain(warning => warning.Code == "MachineProfilePropertyNotCarried" && warning.Remedy.Length > 0);
        profile.Warnings.Select(warning => warning.Field).Should().BeEquivalentTo(
            "DisableApiTermination", "InstanceInitiatedShutdownBehavior", "SecondaryInterfaces", "Operator", "Placement.SpreadDomain",
            "BlockDeviceMappings[/dev/sda1].Ebs.SnapshotId", "BlockDeviceMappings[/dev/sda1].Ebs.DeleteOnTermination",
            "BlockDeviceMappings[/dev/sda1].Ebs.VolumeInitializationRate", "BlockDeviceMappings[xvdca].VirtualName",
            "NetworkInterfaces[0].DeleteOnTermination", "NetworkInterfaces[0].PrivateIpAddress", "NetworkInterfaces[0].EnaQueueCount");
    }

    [Fact]
    public void What_equals_the_default_is_no_warning() => TemplateProfile.From(Source, new ResponseLaunchTemplateData
    {
        DisableApiTermination = false,
        InstanceInitiatedShutdownBehavior = "stop",
        MetadataOptions = new() { HttpTokens = "required" },
        BlockDeviceMappings = [new() { DeviceName = "/dev/sda1", Ebs = new() { DeleteOnTermination = true } }],
        NetworkInterfaces = [new() { DeviceIndex = 0, DeleteOnTermination = true }],
    }).Warnings.Should().BeEmpty();

    [Fact]
    public void Asking_for_IMDSv1_is_a_warning() =>
        TemplateProfile.From(Source, new ResponseLaunchTemplateData { MetadataOptions = new() { HttpTokens = "optional" } })
            .Warnings.Should().ContainSingle().Which.Field.Should().Be("MetadataOptions.HttpTokens");

    [Fact]
    public void A_disabled_metadata_service_and_open_requirements_are_refused()
    {
        Refusal(new ResponseLaunchTemplateData { MetadataOptions = new() { HttpEndpoint = "disabled" } }).Error.Definition.Should().Be(ProfileErrors.MetadataDisabled);
        var requirements = Refusal(new ResponseLaunchTemplateData { InstanceRequirements = new() });
        requirements.Error.Definition.Should().Be(ProfileErrors.RequirementsNotSupported);
        requirements.Error.Field.Should().Be("InstanceRequirements");
        requirements.IsTransient.Should().BeFalse();
    }

    private static CloudException Refusal(ResponseLaunchTemplateData data) =>
        FluentActions.Invoking(() => TemplateProfile.From(Source, data)).Should().Throw<CloudException>().Which;
}
