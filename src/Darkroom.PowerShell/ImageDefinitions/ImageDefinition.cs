using System.Collections;
using Darkroom.Contracts.Images;
using Darkroom.PowerShell.Cmdlets;

namespace Darkroom.PowerShell.ImageDefinitions;

/// <summary>An image definition, with the members that scripts read.</summary>
public sealed class ImageDefinition
{
    internal ImageDefinition(ImageDefinitionDto definition)
    {
        CreateTime = definition.CreateTime.LocalDateTime;
        Description = definition.Description;
        OsType = definition.OsType;
        VDASessionSupport = definition.SessionSupport;
        ImageDefinitionName = definition.ImageDefinitionName;
        ImageDefinitionUid = definition.ImageDefinitionUid;
        LatestVersion = definition.LatestVersion;
        VersionsCount = definition.VersionsCount;
        Metadata = Texts.Table(definition.Metadata);
        Connections = [.. definition.Connections.Select(connection => new ImageDefinitionConnection(connection))];
    }

    /// <summary>In local time, which is what Get-Date gives to compare with.</summary>
    public DateTime CreateTime { get; }

    public string Description { get; }

    public OsType OsType { get; }

    public SessionSupport VDASessionSupport { get; }

    public string ImageDefinitionName { get; }

    public Guid ImageDefinitionUid { get; }

    /// <summary>The highest number ever given to a version; 0 before the first.</summary>
    public int LatestVersion { get; }

    public int VersionsCount { get; }

    public ImageDefinitionConnection[] Connections { get; }

    public Hashtable Metadata { get; }
}
