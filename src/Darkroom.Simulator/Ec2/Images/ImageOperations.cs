using System.Xml.Linq;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Ec2.Images;

/// <summary>Images as lists show them.</summary>
internal static class ImageOperations
{
    public static readonly Ec2Operation[] All = [new("DescribeImages", Describe)];

    private static readonly Filters<Image> Filters = new()
    {
        ["image-id"] = image => [image.Id],
        ["name"] = image => [image.Name],
        ["description"] = image => [image.Description],
        ["state"] = image => [image.Status],
        ["architecture"] = image => [image.Architecture],
        ["platform"] = image => [image.Platform],
        ["is-public"] = image => [image.Public],
        ["owner-id"] = image => [image.OwnerId],
        ["owner-alias"] = image => [image.OwnerAlias],
        ["image-type"] = _ => ["machine"],
        ["root-device-type"] = _ => ["ebs"],
        ["root-device-name"] = image => [image.RootDeviceName],
        ["virtualization-type"] = _ => ["hvm"],
        ["hypervisor"] = _ => ["xen"],
        ["creation-date"] = image => [image.CreatedAt],
        ["source-instance-id"] = image => [image.SourceInstanceId],
        ["source-image-id"] = image => [image.SourceImageId],
        ["block-device-mapping.snapshot-id"] = image => image.Devices.Select(device => device.SnapshotId),
        ["block-device-mapping.encrypted"] = image => image.Devices.Select(device => (object)device.Shape.Encrypted),
    };

    private static IEnumerable<XElement?> Describe(AwsCall call)
    {
        var owners = call.Parameters.Texts("Owner").Select(owner => owner == "self" ? call.Region.AccountId : owner).ToList();
        var all = Finding.Image.Named<Image>(call, "ImageId")
            .Where(image => owners.Count == 0 || owners.Contains(image.OwnerId) || (image.OwnerAlias is { } alias && owners.Contains(alias)));
        var (page, next) = Listing.Page(call, Listing.Filter(call, all, Filters), 1);
        return [Xml.Set("imagesSet", page.Select(Members)), next];
    }

    private static XElement?[] Members(Image image) =>
    [
        Xml.Member("imageId", image.Id), Xml.Member("imageLocation", $"{image.OwnerId}/{image.Name}"), Xml.Member("imageState", image.Status),
        Xml.Member("imageOwnerId", image.OwnerId), Xml.Member("imageOwnerAlias", image.OwnerAlias), Xml.Member("isPublic", image.Public),
        Xml.Member("creationDate", image.CreatedAt), Xml.Member("architecture", image.Architecture), Xml.Member("imageType", "machine"),
        Xml.Member("name", image.Name), Xml.Member("description", image.Description.Length == 0 ? null : image.Description),
        Xml.Member("platform", image.Platform), Xml.Member("platformDetails", image.PlatformDetails),
        Xml.Member("usageOperation", image.UsageOperation), Xml.Member("rootDeviceType", "ebs"), Xml.Member("rootDeviceName", image.RootDeviceName),
        Xml.Member("virtualizationType", "hvm"), Xml.Member("hypervisor", "xen"), Xml.Member("enaSupport", true), Xml.Member("sriovNetSupport", "simple"),
        Xml.Member("bootMode", image.BootMode), Xml.Member("tpmSupport", image.TpmSupport), Xml.Member("imdsSupport", image.ImdsSupport),
        Xml.Member("deregistrationProtection", ImageProtectionOperations.Word(image)),
        Xml.Member("sourceInstanceId", image.SourceInstanceId), Xml.Member("sourceImageId", image.SourceImageId),
        Xml.Set("blockDeviceMapping", image.Devices.Select(Device)), Common.Tags(image),
    ];

    private static XElement?[] Device(ImageDevice device) =>
    [
        Xml.Member("deviceName", device.DeviceName),
        Xml.Structure("ebs",
            Xml.Member("snapshotId", device.SnapshotId), Xml.Member("volumeSize", device.Shape.Size), Xml.Member("volumeType", device.Shape.Type),
            Xml.Member("iops", device.Shape.Iops), Xml.Member("throughput", device.Shape.Throughput), Xml.Member("encrypted", device.Shape.Encrypted),
            Xml.Member("kmsKeyId", device.Shape.KmsKeyId), Xml.Member("deleteOnTermination", device.DeleteOnTermination)),
    ];
}
