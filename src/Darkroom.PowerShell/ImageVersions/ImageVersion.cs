using System.Collections;
using Darkroom.Contracts.Images;
using Darkroom.PowerShell.Cmdlets;

namespace Darkroom.PowerShell.ImageVersions;

/// <summary>A version of an image definition, with the members that scripts read.</summary>
public sealed class ImageVersion
{
    internal ImageVersion(ImageVersionDto version)
    {
        ImageVersionNumber = version.ImageVersionNumber;
        ImageVersionUid = version.ImageVersionUid;
        ImageDefinitionName = version.ImageDefinitionName;
        ImageDefinitionUid = version.ImageDefinitionUid;
        CreationTime = version.CreationTime.LocalDateTime;
        Metadata = Texts.Table(version.Metadata);
        Description = version.Description;
        ImageVersionSpecsCount = version.ImageVersionSpecsCount;
    }

    public int ImageVersionNumber { get; }

    public Guid ImageVersionUid { get; }

    public string ImageDefinitionName { get; }

    public Guid ImageDefinitionUid { get; }

    /// <summary>In local time.</summary>
    public DateTime CreationTime { get; }

    public Hashtable Metadata { get; }

    public string Description { get; }

    public int ImageVersionSpecsCount { get; }
}
