using Amazon.EC2.Model;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Inventory;

/// <summary>Images and instances as inventory.</summary>
internal static class MachineItems
{
    public static CloudItem From(Image image) => new(
        CloudItemKind.Image,
        image.ImageId,
        !string.IsNullOrEmpty(image.Name) ? image.Name : AwsTags.NameIn(image.Tags) ?? image.ImageId,
        new ItemFacts
        {
            [CloudItemData.State] = image.State?.Value,
            [CloudItemData.Platform] = PlatformOf(image.PlatformDetails, image.Platform?.Value),
            [CloudItemData.PlatformDetails] = image.PlatformDetails,
            [CloudItemData.Architecture] = image.Architecture?.Value,
            [CloudItemData.CreationDate] = image.CreationDate,
            [CloudItemData.Description] = image.Description,
            [CloudItemData.Owner] = image.OwnerId,
            [CloudItemData.HardDiskSizeGB] = ItemFacts.Of((long?)RootSize(image)),
        }.Known);

    public static CloudItem From(Instance instance) => new(
        CloudItemKind.Instance,
        instance.InstanceId,
        AwsTags.NameIn(instance.Tags) ?? instance.InstanceId,
        new ItemFacts
        {
            [CloudItemData.PowerState] = instance.State?.Name?.Value,
            [CloudItemData.InstanceType] = instance.InstanceType?.Value,
            [CloudItemData.VirtualPrivateCloudId] = instance.VpcId,
            [CloudItemData.AvailabilityZone] = instance.Placement?.AvailabilityZone,
            [CloudItemData.ImageId] = instance.ImageId,
            [CloudItemData.Platform] = PlatformOf(instance.PlatformDetails, instance.Platform?.Value),
            [CloudItemData.PlatformDetails] = instance.PlatformDetails,
            [CloudItemData.Architecture] = instance.Architecture?.Value,
            [CloudItemData.CpuCount] = ItemFacts.Of((long?)instance.CpuOptions?.CoreCount * instance.CpuOptions?.ThreadsPerCore),
            [CloudItemData.CreationDate] = ItemFacts.Of(instance.LaunchTime),
            [ResourceTags.OperationTag] = AwsTags.ToDictionary(instance.Tags).GetValueOrDefault(ResourceTags.OperationTag),
        }.Known);

    /// <summary>Size of the volume the machine starts from, GiB; null where it has none of its own.</summary>
    public static int? RootSize(Image image) =>
        (image.BlockDeviceMappings ?? []).Find(device => device.DeviceName == image.RootDeviceName)?.Ebs?.VolumeSize;

    /// <summary>Whether the licence that AWS bills is a Windows one; PlatformDetails say it more reliably than Platform.</summary>
    public static bool IsWindows(string? platformDetails, string? platform) => string.IsNullOrEmpty(platformDetails)
        ? string.Equals(platform, "windows", StringComparison.OrdinalIgnoreCase)
        : platformDetails.StartsWith("Windows", StringComparison.OrdinalIgnoreCase);

    private static string PlatformOf(string? platformDetails, string? platform) => IsWindows(platformDetails, platform) ? "Windows" : "Linux";
}
