using Amazon.EC2.Model;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Profiles;

/// <summary>Volumes and network interfaces of a launch template version.</summary>
internal static class TemplateDevices
{
    public static IReadOnlyList<ProfileVolume> Volumes(List<LaunchTemplateBlockDeviceMapping>? devices, ProfileWarnings warnings)
    {
        var volumes = new List<ProfileVolume>();
        foreach (var device in devices ?? [])
        {
            var property = $"BlockDeviceMappings[{device.DeviceName}]";
            warnings.AddIf(!string.IsNullOrEmpty(device.VirtualName), $"{property}.VirtualName", "instance store volumes aren't kept.");
            warnings.AddIf(device.NoDevice is not null, $"{property}.NoDevice", "devices of the image are kept.");
            if (device.Ebs is { } ebs)
            {
                WarnOfVolume(warnings, ebs, $"{property}.Ebs");
                volumes.Add(new ProfileVolume
                {
                    DeviceName = device.DeviceName,
                    VolumeType = ebs.VolumeType?.Value,
                    SizeGb = ebs.VolumeSize,
                    Iops = ebs.Iops,
                    Throughput = ebs.Throughput,
                    Encrypted = ebs.Encrypted,
                    KmsKeyId = ebs.KmsKeyId,
                });
            }
        }

        return volumes;
    }

    public static IReadOnlyList<ProfileNic> Nics(List<LaunchTemplateInstanceNetworkInterfaceSpecification>? interfaces, ProfileWarnings warnings)
    {
        var nics = new List<ProfileNic>();
        foreach (var nic in interfaces ?? [])
        {
            WarnOfNic(warnings, nic, $"NetworkInterfaces[{nic.DeviceIndex ?? nics.Count}]");
            nics.Add(new ProfileNic
            {
                DeviceIndex = nic.DeviceIndex ?? nics.Count,
                NetworkCardIndex = nic.NetworkCardIndex,
                SubnetId = nic.SubnetId,
                SecurityGroupIds = nic.Groups ?? [],
                Description = nic.Description,
                InterfaceType = nic.InterfaceType,
                AssociatePublicIpAddress = nic.AssociatePublicIpAddress,
            });
        }

        return nics;
    }

    private static void WarnOfVolume(ProfileWarnings warnings, LaunchTemplateEbsBlockDevice ebs, string property)
    {
        warnings.AddIf(!string.IsNullOrEmpty(ebs.SnapshotId), $"{property}.SnapshotId", "a machine's disks come from its prepared image.");
        warnings.AddIf(ebs.DeleteOnTermination == false, $"{property}.DeleteOnTermination", "volumes go with their machine.");
        warnings.NotTakenIf(ebs.VolumeInitializationRate is not null, $"{property}.VolumeInitializationRate");
        warnings.NotTakenIf(ebs.EbsCardIndex is not null, $"{property}.EbsCardIndex");
    }

    private static void WarnOfNic(ProfileWarnings warnings, LaunchTemplateInstanceNetworkInterfaceSpecification nic, string property)
    {
        warnings.OneMachineOnlyIf(!string.IsNullOrEmpty(nic.NetworkInterfaceId), $"{property}.NetworkInterfaceId");
        warnings.OneMachineOnlyIf(!string.IsNullOrEmpty(nic.PrivateIpAddress), $"{property}.PrivateIpAddress");
        warnings.OneMachineOnlyIf(ProfileWarnings.Any(nic.PrivateIpAddresses), $"{property}.PrivateIpAddresses");
        warnings.OneMachineOnlyIf(ProfileWarnings.Any(nic.Ipv6Addresses), $"{property}.Ipv6Addresses");
        warnings.OneMachineOnlyIf(ProfileWarnings.Any(nic.Ipv4Prefixes), $"{property}.Ipv4Prefixes");
        warnings.OneMachineOnlyIf(ProfileWarnings.Any(nic.Ipv6Prefixes), $"{property}.Ipv6Prefixes");
        warnings.AddIf(nic.DeleteOnTermination == false, $"{property}.DeleteOnTermination", "interfaces go with their machine.");
        warnings.NotTakenIf(nic.EnaQueueCount is not null, $"{property}.EnaQueueCount");

        const string plain = "machines get one private IPv4 address an interface.";
        warnings.AddIf(nic.SecondaryPrivateIpAddressCount > 0, $"{property}.SecondaryPrivateIpAddressCount", plain);
        warnings.AddIf(nic.Ipv6AddressCount > 0, $"{property}.Ipv6AddressCount", plain);
        warnings.AddIf(nic.Ipv4PrefixCount > 0, $"{property}.Ipv4PrefixCount", plain);
        warnings.AddIf(nic.Ipv6PrefixCount > 0, $"{property}.Ipv6PrefixCount", plain);
        warnings.AddIf(nic.PrimaryIpv6 == true, $"{property}.PrimaryIpv6", plain);
        warnings.AddIf(nic.AssociateCarrierIpAddress == true, $"{property}.AssociateCarrierIpAddress", plain);

        const string notKept = "Darkroom doesn't keep it.";
        warnings.AddIf(nic.ConnectionTrackingSpecification is not null, $"{property}.ConnectionTrackingSpecification", notKept);
        warnings.AddIf(nic.EnaSrdSpecification?.EnaSrdEnabled == true, $"{property}.EnaSrdSpecification", notKept);
    }
}
