namespace Darkroom.Core.Clouds;

/// <summary>An image to be made of a stopped instance.</summary>
public sealed record ImageCapture(string InstanceId, string Name, string Description, ResourceTags Tags);

/// <summary>States of an image.</summary>
public enum CloudImageState { Pending, Available, Failed, Gone }

/// <summary>An image as the cloud shows it.</summary>
/// <param name="Reason">Why it failed; empty otherwise.</param>
/// <param name="DiskSizeGb">Size of the root volume, GiB.</param>
/// <param name="Platform">The cloud's own words for the OS and its licence, e.g. "Windows", "Linux/UNIX".</param>
public sealed record ImageStatus(
    string ImageId, string Name, CloudImageState State, string Reason, IReadOnlyList<string> SnapshotIds, int DiskSizeGb, string Platform,
    IReadOnlyDictionary<string, string> Tags);
