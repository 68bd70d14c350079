using Darkroom.Contracts.Operations;

namespace Darkroom.PowerShell.Tasks;

/// <summary>A task that prepares an image. Once its spec is removed, ImageVersionSpecUid is all that is known of the image.</summary>
public sealed class ImagePreparationTask : ImageTask
{
    internal ImagePreparationTask(OperationDto operation, string host)
        : base(operation, host)
    {
        if (operation.Image is not { } image)
        {
            return;
        }

        SourceImageVersionSpecUid = image.SourceImageVersionSpecUid;
        MasterImage = image.MasterImagePath;
        DiskSize = image.DiskSize;
        MachineProfile = image.MachineProfile;
        HostingUnitName = image.HostingUnitName;
        HostingUnitUid = image.HostingUnitUid;
        CustomProperties = image.CustomProperties;
    }

    /// <summary>The master spec.</summary>
    public Guid SourceImageVersionSpecUid { get; }

    /// <summary>Path of the master image relative to the hosting unit, with forward slashes.</summary>
    public string? MasterImage { get; }

    /// <summary>GB; 0 until known.</summary>
    public int DiskSize { get; }

    public string? MachineProfile { get; }

    public string? HostingUnitName { get; }

    public Guid HostingUnitUid { get; }

    public string? CustomProperties { get; }
}
