namespace Darkroom.PowerShell.ImageVersionSpecs;

/// <summary>A sealed image in the cloud.</summary>
public sealed class ImageInstance
{
    internal ImageInstance(string imageId) => ImageId = imageId;

    /// <summary>Cloud id, <c>ami-…</c>.</summary>
    public string ImageId { get; }

    public override string ToString() => ImageId;
}
