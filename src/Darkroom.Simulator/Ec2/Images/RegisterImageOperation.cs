using System.Xml.Linq;
using Darkroom.Simulator.Ec2.Snapshots;
using Darkroom.Simulator.Ec2.Volumes;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Ec2.Images;

/// <summary>An image made of snapshots that are there; it uses them as much as the image that they were made with.</summary>
internal static class RegisterImageOperation
{
    public static readonly Ec2Operation[] All = [new("RegisterImage", Register, "Name")];

    private static IEnumerable<XElement?> Register(AwsCall call)
    {
        var (region, name) = (call.Region, call.Parameters.Required("Name"));
        if (region.Resources.All<Image>().FirstOrDefault(image => image.OwnerId == region.AccountId && image.Name == name) is { } same)
            throw new AwsException("InvalidAMIName.Duplicate", $"AMI name {name} is already in use by AMI {same.Id}");
        var devices = call.Parameters.Items("BlockDeviceMapping").Select(device => DeviceOf(call, device)).ToList();
        if (devices.Count == 0)
            throw AwsException.MissingParameter("BlockDeviceMapping");
        ImageLifeOperations.RequireRoom(region, snapshots: 0);
        var image = region.Resources.Add(new Image(region.NewId("ami"), region.Now, name, region.AccountId)
        {
            Description = call.Parameters.Text("Description") ?? "",
            Available = true,
            PlatformDetails = "Linux/UNIX",
            Architecture = call.Parameters.Text("Architecture") ?? "x86_64",
            RootDeviceName = call.Parameters.Text("RootDeviceName") ?? devices[0].DeviceName,
            ImdsSupport = call.Parameters.Text("ImdsSupport"),
            Devices = devices,
        });
        return [Xml.Member("imageId", image.Id)];
    }

    private static ImageDevice DeviceOf(AwsCall call, QueryNode device)
    {
        var snapshot = Finding.Snapshot.One<Snapshot>(call.Region, device["Ebs"].Required("SnapshotId"));
        var shape = new VolumeShape(device["Ebs"].Number("VolumeSize") ?? snapshot.Size, device["Ebs"].Text("VolumeType") ?? "gp3", null, null, snapshot.Encrypted, snapshot.KmsKeyId);
        return new(device.Required("DeviceName"), snapshot.Id, shape, device["Ebs"].Flag("DeleteOnTermination") ?? true);
    }
}
