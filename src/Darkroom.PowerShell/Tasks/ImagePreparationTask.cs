using Darkroom.Contracts.Operations;

namespace Darkroom.PowerShell.Tasks;

/// <summary>A task that prepares an image. Once its spec is removed, ImageVersionSpecUid is all that is known of the image.</summary>
public sealed class ImagePreparationTask : ProvTask
{
    internal ImagePreparationTask(OperationDto operation, string host)
        : base(operation, host)
    {
        ImageVersionSpecUid = operation.SubjectUid ?? Guid.Empty;
        if (operation.Image is not { } image)
        {
            return;
        }

        SourceImageVersionSpecUid = image.SourceImageVersionSpecUid;
        ImageDefinitionName = image.ImageDefinitionName;
        ImageDefinitionUid = image.ImageDefinitionUid;
        ImageVersionNumber = image.ImageVersionNumber;
        ImageVersionUid = image.ImageVersionUid;
        MasterImage = image.MasterImagePath;
        DiskSize = image.DiskSize;
        MachineProfile = image.MachineProfile;
        HostingUnitName = image.HostingUnitName;
        HostingUnitUid = image.HostingUnitUid;
        CustomProperties = image.CustomProperties;
    }

    /// <summary>The prepared spec.</summary>
    public Guid ImageVersionSpecUid { get; }

    /// <summary>The master spec.</summary>
    public Guid SourceImageVersionSpecUid { get; }

    public string? ImageDefinitionName { get; }

    public Guid ImageDefinitionUid { get; }

    public int ImageVersionNumber { get; }

    public Guid ImageVersionUid { get; }

    /// <summary>Path of the master image relative to the hosting unit, with forward slashes.</summary>
    public string? MasterImage { get; }

    /// <summary>GB; 0 until known.</summary>
    public int DiskSize { get; }

    public string? MachineProfile { get; }

    public string? HostingUnitName { get; }

    public Guid HostingUnitUid { get; }

    public string? CustomProperties { get; }
}
