using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.PowerShell.Tasks;

namespace Darkroom.PowerShell.ImageVersionSpecs;

/// <summary>The task that New-ProvImageVersionSpec starts.</summary>
public sealed class ImagePreparationTask : ProvTask
{
    internal ImagePreparationTask(OperationDto operation, ImageVersionSpecDto spec, string host)
        : base(operation, host)
    {
        ImageVersionSpecUid = spec.ImageVersionSpecUid;
        SourceImageVersionSpecUid = spec.SourceImageVersionSpecUid;
        ImageDefinitionName = spec.ImageDefinitionName;
        ImageDefinitionUid = spec.ImageDefinitionUid;
        ImageVersionNumber = spec.ImageVersionNumber;
        ImageVersionUid = spec.ImageVersionUid;
        MasterImage = spec.MasterImagePath;
        DiskSize = spec.DiskSize;
        MachineProfile = spec.ImageScheme?.MachineProfile;
        HostingUnitName = spec.HostingUnitName;
        HostingUnitUid = spec.HostingUnitUid;
        CustomProperties = spec.ImageScheme?.CustomProperties;
    }

    /// <summary>The prepared spec that the task makes.</summary>
    public Guid ImageVersionSpecUid { get; }

    /// <summary>The master spec that it is made from.</summary>
    public Guid SourceImageVersionSpecUid { get; }

    public string ImageDefinitionName { get; }

    public Guid ImageDefinitionUid { get; }

    public int ImageVersionNumber { get; }

    public Guid ImageVersionUid { get; }

    /// <summary>Path of the master image, relative to the hosting unit.</summary>
    public string MasterImage { get; }

    /// <summary>GB; 0 until known.</summary>
    public int DiskSize { get; }

    public string? MachineProfile { get; }

    public string HostingUnitName { get; }

    public Guid HostingUnitUid { get; }

    public string? CustomProperties { get; }
}
