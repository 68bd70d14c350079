using Darkroom.Simulator.Ec2.Images;
using Darkroom.Simulator.Ec2.Snapshots;
using Darkroom.Simulator.Ec2.Volumes;
using Darkroom.Simulator.Http;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2.Instances;

/// <summary>A volume that a launch will make: the image's devices, changed and added to by the request.</summary>
internal sealed record PlannedVolume(string DeviceName, VolumeShape Shape, bool DeleteOnTermination, string? SnapshotId)
{
    private const string UsualType = "gp3";

    public static IReadOnlyList<PlannedVolume> Read(RegionState region, QueryNode request, Image image)
    {
        var devices = request.Items("BlockDeviceMapping").ToLookup(device => device.Required("DeviceName"));
        if (devices.FirstOrDefault(device => device.Count() > 1) is { } twice)
            throw new AwsException("InvalidBlockDeviceMapping", $"The device '{twice.Key}' is used in more than one block-device mapping");
        var asked = devices.ToDictionary(device => device.Key, device => device.Single());
        var ofImage = image.Devices.Where(device => !Dropped(asked, device.DeviceName))
            .Select(device => asked.TryGetValue(device.DeviceName, out var over)
                ? Planned(device.DeviceName, device.Shape, device.SnapshotId, device.DeleteOnTermination, over["Ebs"])
                : new(device.DeviceName, device.Shape, device.DeleteOnTermination, device.SnapshotId));
        var added = asked.Where(device => device.Value["Ebs"].Exists && image.Devices.All(other => other.DeviceName != device.Key))
            .Select(device => Added(region, device.Key, device.Value["Ebs"]));
        return [.. ofImage, .. added];
    }

    private static bool Dropped(Dictionary<string, QueryNode> asked, string deviceName) =>
        asked.TryGetValue(deviceName, out var device) && device["NoDevice"].Value is not null;

    private static PlannedVolume Added(RegionState region, string deviceName, QueryNode ebs)
    {
        if (ebs.Text("SnapshotId") is { } snapshotId)
        {
            var snapshot = Finding.Snapshot.One<Snapshot>(region, snapshotId);
            return Planned(deviceName, new(snapshot.Size, UsualType, null, null, snapshot.Encrypted, snapshot.KmsKeyId), snapshotId, true, ebs);
        }
        if (ebs.Number("VolumeSize") is not { } size)
            throw new AwsException("MissingParameter", $"The request must contain the parameter size or snapshotId for device {deviceName}");
        return Planned(deviceName, new(size, UsualType, null, null, false, null), null, true, ebs);
    }

    private static PlannedVolume Planned(string deviceName, VolumeShape below, string? snapshotId, bool deleteOnTermination, QueryNode ebs)
    {
        var size = ebs.Number("VolumeSize") ?? below.Size;
        if (size < below.Size)
        {
            throw new AwsException("InvalidBlockDeviceMapping",
                $"Volume of size {size}GB is smaller than snapshot '{snapshotId}', expect size >= {below.Size}GB");
        }
        var type = ebs.Text("VolumeType") ?? below.Type;
        var same = type == below.Type;
        var shape = new VolumeShape(size, type, ebs.Number("Iops") ?? (same ? below.Iops : null), ebs.Number("Throughput") ?? (same ? below.Throughput : null),
            below.Encrypted || ebs.Flag("Encrypted") == true || ebs.Text("KmsKeyId") is not null, ebs.Text("KmsKeyId") ?? below.KmsKeyId);
        return new(deviceName, shape, ebs.Flag("DeleteOnTermination") ?? deleteOnTermination, snapshotId);
    }
}
