using System.Collections;
using Darkroom.Contracts.Images;
using Darkroom.PowerShell.Cmdlets;

namespace Darkroom.PowerShell.ImageVersionSpecs;

/// <summary>A master or prepared spec of an image version, with the members that scripts read.</summary>
public sealed class ImageVersionSpec
{
    internal ImageVersionSpec(ImageVersionSpecDto spec)
    {
        Context = spec.IsPrepared ? new ImageVersionSpecContext(spec) : null;
        CreationTime = spec.CreationTime.LocalDateTime;
        DiskSize = spec.DiskSize;
        Errors = [.. spec.Errors.Select(error => new ImageVersionSpecFinding(error).ToString())];
        HostingUnitName = spec.HostingUnitName;
        HostingUnitUid = spec.HostingUnitUid;
        ImageDefinitionName = spec.ImageDefinitionName;
        ImageDefinitionUid = spec.ImageDefinitionUid;
        ImageVersionSpecStatus = spec.ImageVersionSpecStatus;
        ImageRuntimeInfo = spec.ImageRuntimeInfo is { } guest ? new ImageRuntimeInfo(guest) : null;
        ImageScheme = spec.ImageScheme is { } scheme ? new ImageScheme(scheme) : null;
        ImageVersionNumber = spec.ImageVersionNumber;
        ImageVersionUid = spec.ImageVersionUid;
        ImageVersionSpecUid = spec.ImageVersionSpecUid;
        IsPrepared = spec.IsPrepared;
        MasterImagePath = spec.MasterImagePath;
        Metadata = Texts.Table(spec.Metadata);
        PreparationType = spec.PreparationType;
        ImageInstances = spec is { IsPrepared: true, ImageVersionSpecStatus: ImageVersionSpecStatus.Success, ImageId: { } image } ? [new ImageInstance(image)] : [];
        SourceImageVersionSpecUid = spec.SourceImageVersionSpecUid;
        Warnings = [.. spec.Warnings.Select(warning => new ImageVersionSpecFinding(warning))];
        HostingUnits = [.. spec.HostingUnits.Select(unit => new ImageVersionSpecHostingUnit(unit))];
    }

    /// <summary>What a preparation works with; null on a master spec.</summary>
    public ImageVersionSpecContext? Context { get; }

    /// <summary>In local time.</summary>
    public DateTime CreationTime { get; }

    /// <summary>GB; 0 until known.</summary>
    public int DiskSize { get; }

    public string[] Errors { get; }

    /// <summary>The unit that the spec was made in.</summary>
    public string HostingUnitName { get; }

    public Guid HostingUnitUid { get; }

    public string ImageDefinitionName { get; }

    public Guid ImageDefinitionUid { get; }

    public ImageVersionSpecStatus ImageVersionSpecStatus { get; }

    /// <summary>What the guest said about itself; null until it has.</summary>
    public ImageRuntimeInfo? ImageRuntimeInfo { get; }

    /// <summary>The hardware that was asked for; null on a master spec.</summary>
    public ImageScheme? ImageScheme { get; }

    public int ImageVersionNumber { get; }

    public Guid ImageVersionUid { get; }

    public Guid ImageVersionSpecUid { get; }

    /// <summary>Where the image came from: always from the customer.</summary>
    public ImportType ImportType { get; } = ImportType.Customer;

    /// <summary>Always false: images here are the customer's own.</summary>
    public bool IsCitrixManaged { get; }

    /// <summary>True for every spec that a preparation has made, whatever its state.</summary>
    public bool IsPrepared { get; }

    /// <summary>Relative to the hosting unit, with forward slashes.</summary>
    public string MasterImagePath { get; }

    public Hashtable Metadata { get; }

    public PreparationType PreparationType { get; }

    /// <summary>The sealed images of a spec that is a success.</summary>
    public ImageInstance[] ImageInstances { get; }

    /// <summary>The master spec of a prepared one; all zero on a master spec.</summary>
    public Guid SourceImageVersionSpecUid { get; }

    public ImageVersionSpecFinding[] Warnings { get; }

    /// <summary>Where the spec may be used: the unit it was made in, and those it is shared to.</summary>
    public ImageVersionSpecHostingUnit[] HostingUnits { get; }
}
