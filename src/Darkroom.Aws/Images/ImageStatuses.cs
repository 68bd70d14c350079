using Amazon.EC2.Model;
using Darkroom.Aws.Inventory;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Images;

/// <summary>EC2's images in the port's words.</summary>
internal static class ImageStatuses
{
    public static ImageStatus From(Image image) => new(
        image.ImageId,
        image.Name ?? "",
        StateOf(image.State?.Value),
        ReasonOf(image),
        SnapshotsOf(image),
        MachineItems.RootSize(image) ?? 0,
        image.PlatformDetails ?? "",
        AwsTags.ToDictionary(image.Tags));

    public static IReadOnlyList<string> SnapshotsOf(Image image) =>
        [.. (image.BlockDeviceMappings ?? []).Select(device => device.Ebs?.SnapshotId).OfType<string>().Where(id => id.Length > 0)];

    // A disabled image can't be launched from, so for a preparation it is as good as failed; its reason says what it is.
    private static CloudImageState StateOf(string? state) => state switch
    {
        "available" => CloudImageState.Available,
        "pending" or "transient" => CloudImageState.Pending,
        "deregistered" => CloudImageState.Gone,
        _ => CloudImageState.Failed,
    };

    private static string ReasonOf(Image image) => StateOf(image.State?.Value) == CloudImageState.Failed
        ? image.StateReason?.Message is { Length: > 0 } message ? message : $"Its state is {image.State?.Value}."
        : "";
}
