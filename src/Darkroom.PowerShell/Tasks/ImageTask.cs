using Darkroom.Contracts.Operations;

namespace Darkroom.PowerShell.Tasks;

/// <summary>A task that works on a spec. Once its spec is removed, ImageVersionSpecUid is all that is known of the image, except by the task that removed it.</summary>
public abstract class ImageTask : ProvTask
{
    private protected ImageTask(OperationDto operation, string host)
        : base(operation, host)
    {
        ImageVersionSpecUid = operation.SubjectUid ?? Guid.Empty;
        if (operation.Image is { } image)
        {
            ImageDefinitionName = image.ImageDefinitionName;
            ImageDefinitionUid = image.ImageDefinitionUid;
            ImageVersionNumber = image.ImageVersionNumber;
            ImageVersionUid = image.ImageVersionUid;
        }
        else if (operation.Removed is { } removed)
        {
            ImageDefinitionName = removed.ImageDefinitionName;
            ImageDefinitionUid = removed.ImageDefinitionUid;
            ImageVersionNumber = removed.ImageVersionNumber;
            ImageVersionUid = removed.ImageVersionUid;
        }
    }

    /// <summary>The spec that it works on; of a preparation, the prepared one.</summary>
    public Guid ImageVersionSpecUid { get; }

    public string? ImageDefinitionName { get; }

    public Guid ImageDefinitionUid { get; }

    public int ImageVersionNumber { get; }

    public Guid ImageVersionUid { get; }
}
