using Amazon.EC2.Model;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Profiles;

/// <summary>Volumes and network interfaces of an instance.</summary>
internal static class InstanceDevices
{
    public static IReadOnlyList<ProfileVolume> Volumes(InstanceReading reading, ProfileWarnings warnings)
    {
        var volumes = new List<ProfileVolume>();
        foreach (var device in reading.Instance.BlockDeviceMappings ?? [])
        {
            warnings.AddIf(
                device.Ebs?.DeleteOnTermination == false, $"BlockDeviceMappings[{device.DeviceName}].Ebs.DeleteOnTermination", "volumes go with their machine.");
            if (reading.Volumes.FirstOrDefault(volume => volume.VolumeId == device.Ebs?.VolumeId) is { } volume)
            {
                volumes.Add(From(device.DeviceName, volume));
            }
        }

        return volumes;
    }

    public static IReadOnlyList<ProfileNic> Nics(List<InstanceNetworkInterface>? interfaces, ProfileWarnings warnings)
    {
        var nics = new List<ProfileNic>();
        foreach (var nic in (interfaces ?? []).OrderBy(nic => nic.Attachment?.DeviceIndex ?? 0))
        {
            var index = nic.Attachment?.DeviceIndex ?? nics.Count;
            warnings.AddIf(
                nic.Attachment?.DeleteOnTermination == false, $"NetworkInterfaces[{index}].DeleteOnTermination", "interfaces go with their machine.");
            nics.Add(new ProfileNic
            {
                DeviceIndex = index,
                NetworkCardIndex = nic.Attachment?.NetworkCardIndex is > 0 and var card ? card : null,
                SubnetId = nic.SubnetId,
                SecurityGroupIds = [.. (nic.Groups ?? []).Select(group => group.GroupId)],
                Description = string.IsNullOrEmpty(nic.Description) ? null : nic.Description,
                InterfaceType = nic.InterfaceType is null or "" or "interface" ? null : nic.InterfaceType,
                AssociatePublicIpAddress = nic.Association?.PublicIp is null ? null : true,
            });
        }

        return nics;
    }

    // A volume's description shows rates for types that take none (gp2's baseline), and asking for them is refused.
    private static ProfileVolume From(string deviceName, Volume volume) => new()
    {
        DeviceName = deviceName,
        VolumeType = volume.VolumeType?.Value,
        SizeGb = volume.Size,
        Iops = volume.VolumeType?.Value is "io1" or "io2" or "gp3" ? volume.Iops : null,
        Throughput = volume.VolumeType?.Value is "gp3" ? volume.Throughput : null,
        Encrypted = volume.Encrypted,
        KmsKeyId = string.IsNullOrEmpty(volume.KmsKeyId) ? null : volume.KmsKeyId,
    };
}
