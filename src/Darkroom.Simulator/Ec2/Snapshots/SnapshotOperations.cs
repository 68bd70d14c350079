using System.Xml.Linq;
using Darkroom.Simulator.Ec2.Images;
using Darkroom.Simulator.Http;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2.Snapshots;

/// <summary>Snapshots, which images are made of.</summary>
internal static class SnapshotOperations
{
    public static readonly Ec2Operation[] All = [new("DescribeSnapshots", Describe), new("DeleteSnapshot", Delete, "SnapshotId")];

    private static readonly Filters<Snapshot> Filters = new()
    {
        ["snapshot-id"] = snapshot => [snapshot.Id],
        ["description"] = snapshot => [snapshot.Description],
        ["encrypted"] = snapshot => [snapshot.Encrypted],
        ["owner-id"] = snapshot => [snapshot.OwnerId],
        ["progress"] = snapshot => [Progress(snapshot)],
        ["start-time"] = snapshot => [snapshot.CreatedAt],
        ["status"] = snapshot => [snapshot.Status],
        ["volume-id"] = snapshot => [snapshot.VolumeId],
        ["volume-size"] = snapshot => [snapshot.Size],
    };

    /// <summary>Whether an image is made of it.</summary>
    public static bool IsUsed(RegionState region, Snapshot snapshot) =>
        region.Resources.All<Image>().Any(image => image.Devices.Any(device => device.SnapshotId == snapshot.Id));

    private static IEnumerable<XElement?> Describe(AwsCall call)
    {
        var owners = call.Parameters.Texts("Owner").Select(owner => owner == "self" ? call.Region.AccountId : owner).ToList();
        var all = Finding.Snapshot.Named<Snapshot>(call, "SnapshotId").Where(snapshot => owners.Count == 0 || owners.Contains(snapshot.OwnerId));
        var (page, next) = Listing.Page(call, Listing.Filter(call, all, Filters));
        return [Xml.Set("snapshotSet", page.Select(Members)), next];
    }

    private static IEnumerable<XElement?> Delete(AwsCall call)
    {
        var snapshot = Finding.Snapshot.One<Snapshot>(call.Region, call.Parameters.Required("SnapshotId"));
        var image = call.Region.Resources.All<Image>().FirstOrDefault(image => image.Devices.Any(device => device.SnapshotId == snapshot.Id));
        if (image is not null)
            throw new AwsException("InvalidSnapshot.InUse", $"The snapshot {snapshot.Id} is currently in use by {image.Id}");
        call.Region.Resources.Remove(snapshot);
        return Ec2Operation.Done();
    }

    private static XElement?[] Members(Snapshot snapshot) =>
    [
        Xml.Member("snapshotId", snapshot.Id), Xml.Member("volumeId", snapshot.VolumeId), Xml.Member("status", snapshot.Status),
        Xml.Member("startTime", snapshot.CreatedAt), Xml.Member("completionTime", snapshot.CompletedAt), Xml.Member("progress", Progress(snapshot)),
        Xml.Member("ownerId", snapshot.OwnerId), Xml.Member("volumeSize", snapshot.Size), Xml.Member("description", snapshot.Description),
        Xml.Member("encrypted", snapshot.Encrypted), Xml.Member("kmsKeyId", snapshot.KmsKeyId), Xml.Member("storageTier", "standard"),
        Common.Tags(snapshot),
    ];

    private static string Progress(Snapshot snapshot) => snapshot.CompletedAt is null ? "0%" : "100%";
}
