using Darkroom.Contracts.Images;

namespace Darkroom.PowerShell.ImageVersionSpecs;

/// <summary>What a preparation works with.</summary>
public sealed class ImageVersionSpecContext
{
    internal ImageVersionSpecContext(ImageVersionSpecDto spec) => (TaskId, ImageId) = (spec.OperationId, spec.ImageId);

    /// <summary>The latest task on the spec, for Get-ProvTask.</summary>
    public Guid? TaskId { get; }

    /// <summary>Cloud id of the sealed image, once it is captured.</summary>
    public string? ImageId { get; }
}
