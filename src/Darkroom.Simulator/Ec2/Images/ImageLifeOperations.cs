using System.Xml.Linq;
using Darkroom.Simulator.Ec2.Instances;
using Darkroom.Simulator.Ec2.Snapshots;
using Darkroom.Simulator.Ec2.Tags;
using Darkroom.Simulator.Http;
using Darkroom.Simulator.ServiceQuotas;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2.Images;

/// <summary>Images made, changed and given up.</summary>
internal static class ImageLifeOperations
{
    private const string Imdsv2 = "v2.0";

    public static readonly Ec2Operation[] All =
    [
        new("CreateImage", Create, "InstanceId", "Name") { Permissions = Ec2Operation.ToTag },
        new("ModifyImageAttribute", Modify, "ImageId"),
        new("DeregisterImage", Deregister, "ImageId"),
    ];

    private static IEnumerable<XElement?> Create(AwsCall call)
    {
        var region = call.Region;
        var name = call.Parameters.Required("Name");
        if (name.Length is < 3 or > 128)
            throw new AwsException("InvalidAMIName.Malformed", "AMI names must be between 3 and 128 characters long.");
        var instance = Finding.Instance.One<Instance>(region, call.Parameters.Required("InstanceId"));
        if (instance.State != InstanceState.Running && instance.State != InstanceState.Stopped)
            throw new AwsException("IncorrectState", $"Instance '{instance.Id}' is in the state {instance.State.Name}; it must be running or stopped.");
        if (region.Resources.All<Image>().FirstOrDefault(image => image.OwnerId == region.AccountId && image.Name == name) is { } same)
            throw new AwsException("InvalidAMIName.Duplicate", $"AMI name {name} is already in use by AMI {same.Id}");
        RequireRoom(region, instance.Volumes.Count);
        var tags = TagSpecifications.Read(call.Parameters, "image", "snapshot");
        var image = region.Resources.Add(ImageOf(region, instance, name, call.Parameters.Text("Description") ?? "", tags));
        tags.Apply(image);
        region.After(region.Now, region.Timings.ImageSeconds, _ => image.Available = true);
        return [Xml.Member("imageId", image.Id)];
    }

    /// <exception cref="AwsException">ResourceLimitExceeded (for images that is inference) or SnapshotLimitExceeded.</exception>
    public static void RequireRoom(RegionState region, int snapshots)
    {
        QuotaUse.Require(region, PublishedQuotas.Images, 1, "ResourceLimitExceeded", "You have reached the maximum number of AMIs allowed in this Region.");
        QuotaUse.Require(region, PublishedQuotas.Snapshots, snapshots, "SnapshotLimitExceeded", "Maximum allowed in-progress or completed snapshots exceeded.");
    }

    private static Image ImageOf(RegionState region, Instance instance, string name, string description, TagSpecifications tags)
    {
        var source = instance.Image;
        return new(region.NewId("ami"), region.Now, name, region.AccountId)
        {
            Description = description,
            PlatformDetails = source.PlatformDetails,
            Architecture = source.Architecture,
            RootDeviceName = source.RootDeviceName,
            BootMode = source.BootMode,
            TpmSupport = source.TpmSupport,
            ImdsSupport = source.ImdsSupport,
            SourceInstanceId = instance.Id,
            SourceImageId = source.Id,
            Guest = source.Guest,
            Devices = [.. instance.Volumes.Select(volume => new ImageDevice(
                volume.DeviceName, SnapshotOf(region, volume, instance, tags).Id, volume.Shape, DeleteOnTermination: true))],
        };
    }

    private static Snapshot SnapshotOf(RegionState region, Volumes.Volume volume, Instance instance, TagSpecifications tags)
    {
        var shape = volume.Shape;
        var snapshot = new Snapshot(region.NewId("snap"), region.Now, volume.Id, shape.Size, shape.Encrypted, shape.KmsKeyId, region.AccountId)
        {
            Description = $"Created by CreateImage({instance.Id})",
        };
        region.Resources.Add(snapshot);
        tags.Apply(snapshot);
        region.After(region.Now, region.Timings.SnapshotSeconds, then => snapshot.CompletedAt = then);
        return snapshot;
    }

    private static IEnumerable<XElement?> Modify(AwsCall call)
    {
        var image = Own(call);
        var attribute = call.Parameters.Text("Attribute");
        var imds = call.Parameters["ImdsSupport"].Text("Value") ?? (attribute == "imdsSupport" ? call.Parameters.Text("Value") : null);
        var description = call.Parameters["Description"].Text("Value") ?? (attribute == "description" ? call.Parameters.Text("Value") ?? "" : null);
        if (imds is null == description is null)
            throw AwsException.InvalidCombination("Exactly one of ImdsSupport and Description must be given.");
        if (imds is not null and not Imdsv2)
            throw AwsException.InvalidValue("imdsSupport", imds);
        image.ImdsSupport = imds ?? image.ImdsSupport;
        image.Description = description ?? image.Description;
        return Ec2Operation.Done();
    }

    private static IEnumerable<XElement?> Deregister(AwsCall call)
    {
        var image = Own(call);
        ImageProtectionOperations.RequireUnprotected(call, image);
        call.Region.Resources.Remove(image);
        var results = call.Parameters.Flag("DeleteAssociatedSnapshots") == true ? DeleteSnapshots(call, image) : [];
        return [Xml.Member("return", true), Xml.Set("deleteSnapshotResultSet", results)];
    }

    private static List<object> DeleteSnapshots(AwsCall call, Image image)
    {
        var results = new List<object>();
        foreach (var device in image.Devices)
        {
            if (!call.Region.Resources.TryFind<Snapshot>(device.SnapshotId, out var snapshot))
                continue;
            var code = !call.Principal.Policy.Allows("ec2:DeleteSnapshot") ? "missing-permissions"
                : SnapshotOperations.IsUsed(call.Region, snapshot) ? "skipped"
                : "success";
            if (code == "success")
                call.Region.Resources.Remove(snapshot);
            results.Add(new[] { Xml.Member("snapshotId", snapshot.Id), Xml.Member("returnCode", code) });
        }
        return results;
    }

    /// <summary>The image that the call names, which must be the account's own.</summary>
    public static Image Own(AwsCall call)
    {
        var image = Finding.Image.One<Image>(call.Region, call.Parameters.Required("ImageId"));
        return image.OwnerId == call.Region.AccountId
            ? image
            : throw new AwsException("AuthFailure", $"Not authorized for image {image.Id}", 401);
    }
}
