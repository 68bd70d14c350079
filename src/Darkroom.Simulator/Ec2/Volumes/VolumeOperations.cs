using System.Xml.Linq;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Ec2.Volumes;

/// <summary>Volumes, which come with instances and go with them unless they are to stay.</summary>
internal static class VolumeOperations
{
    public static readonly Ec2Operation[] All = [new("DescribeVolumes", Describe), new("DeleteVolume", Delete, "VolumeId")];

    private static readonly Filters<Volume> Filters = new()
    {
        ["volume-id"] = volume => [volume.Id],
        ["attachment.instance-id"] = volume => [volume.InstanceId],
        ["attachment.device"] = volume => [volume.DeviceName],
        ["attachment.delete-on-termination"] = volume => [volume.DeleteOnTermination],
        ["availability-zone"] = volume => [volume.Zone],
        ["encrypted"] = volume => [volume.Shape.Encrypted],
        ["size"] = volume => [volume.Shape.Size],
        ["snapshot-id"] = volume => [volume.SnapshotId],
        ["status"] = volume => [volume.Status],
        ["volume-type"] = volume => [volume.Shape.Type],
    };

    private static IEnumerable<XElement?> Describe(AwsCall call)
    {
        var (page, next) = Listing.Page(call, Listing.Filter(call, Finding.Volume.Named<Volume>(call, "VolumeId"), Filters));
        return [Xml.Set("volumeSet", page.Select(Members)), next];
    }

    private static IEnumerable<XElement?> Delete(AwsCall call)
    {
        var volume = Finding.Volume.One<Volume>(call.Region, call.Parameters.Required("VolumeId"));
        if (volume.InstanceId is not null)
            throw new AwsException("VolumeInUse", $"Volume {volume.Id} is currently attached to {volume.InstanceId}");
        call.Region.Resources.Remove(volume);
        return Ec2Operation.Done();
    }

    private static XElement?[] Members(Volume volume) =>
    [
        Xml.Member("volumeId", volume.Id), Xml.Member("size", volume.Shape.Size), Xml.Member("snapshotId", volume.SnapshotId ?? ""),
        Xml.Member("availabilityZone", volume.Zone), Xml.Member("status", volume.Status), Xml.Member("createTime", volume.CreatedAt),
        Xml.Member("volumeType", volume.Shape.Type), Xml.Member("iops", volume.Shape.Iops), Xml.Member("throughput", volume.Shape.Throughput),
        Xml.Member("encrypted", volume.Shape.Encrypted), Xml.Member("kmsKeyId", volume.Shape.KmsKeyId), Xml.Member("multiAttachEnabled", false),
        Xml.Set("attachmentSet", volume.InstanceId is null ? [] : [Attachment(volume)]), Common.Tags(volume), Common.Operator(volume),
    ];

    private static XElement?[] Attachment(Volume volume) =>
    [
        Xml.Member("volumeId", volume.Id), Xml.Member("instanceId", volume.InstanceId), Xml.Member("device", volume.DeviceName),
        Xml.Member("status", "attached"), Xml.Member("attachTime", volume.CreatedAt), Xml.Member("deleteOnTermination", volume.DeleteOnTermination),
    ];
}
