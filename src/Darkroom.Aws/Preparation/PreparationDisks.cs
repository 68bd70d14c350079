using Amazon.EC2.Model;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Preparation;

/// <summary>
/// The disks of a preparation instance: the master's volumes with the profile's properties laid over them, then the
/// profile's own; every one is deleted on termination.
/// </summary>
internal static class PreparationDisks
{
    // Linux and Windows AMIs call the root by either; a profile from the one must not add a disk to the other.
    private static readonly string[] RootNames = ["/dev/sda1", "/dev/xvda"];

    public static List<BlockDeviceMapping> Of(MachineProfile profile, Image image)
    {
        var master = (image.BlockDeviceMappings ?? []).Where(device => device.Ebs is not null).ToDictionary(device => device.DeviceName, device => device.Ebs);
        var wanted = profile.Volumes.GroupBy(volume => NameOn(image, volume.DeviceName, profile)).ToDictionary(group => group.Key, group => group.First());
        return
        [
            .. master.Keys.Union(wanted.Keys).Select(name => new BlockDeviceMapping
            {
                DeviceName = name,
                Ebs = DiskOf(master.GetValueOrDefault(name), wanted.GetValueOrDefault(name)),
            }),
        ];
    }

    /// <summary>The name under which the master has the profile's volume: its root may be called otherwise.</summary>
    public static string NameOn(Image image, string deviceName, MachineProfile profile) =>
        RootNames.Contains(deviceName) && RootNames.Contains(image.RootDeviceName)
        && profile.Volumes.All(volume => volume.DeviceName != image.RootDeviceName)
            ? image.RootDeviceName
            : deviceName;

    private static EbsBlockDevice DiskOf(EbsBlockDevice? master, ProfileVolume? wanted) => new()
    {
        DeleteOnTermination = true,
        VolumeType = wanted?.VolumeType,
        // A volume can't be smaller than the snapshot it starts from.
        VolumeSize = Math.Max(wanted?.SizeGb ?? 0, master?.VolumeSize ?? 0) is > 0 and var size ? size : null,
        Iops = wanted?.Iops,
        Throughput = wanted?.Throughput,
        // "Not encrypted" is refused beside an encrypted snapshot, and is the default anyway.
        Encrypted = wanted?.Encrypted == true ? true : null,
        KmsKeyId = wanted?.Encrypted == true ? wanted.KmsKeyId : null,
    };
}
