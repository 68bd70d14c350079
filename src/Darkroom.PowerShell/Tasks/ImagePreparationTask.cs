using Darkroom.Contracts.Operations;
using Darkroom.PowerShell.ImageVersionSpecs;

namespace Darkroom.PowerShell.Tasks;

/// <summary>A task that prepares an image. Once its spec is removed, ImageVersionSpecUid is all that is known of the image.</summary>
public sealed class ImagePreparationTask : ImageTask
{
    internal ImagePreparationTask(OperationDto operation, string host)
        : base(operation, host)
    {
        Checks = [.. operation.Checks.Select(check => new ImageVersionSpecCheck(check))];
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

    /// <summary>What was looked at before the instance was launched, and what each check came to.</summary>
    public ImageVersionSpecCheck[] Checks { get; }
}
