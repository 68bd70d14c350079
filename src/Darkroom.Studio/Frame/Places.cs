using Darkroom.Contracts.Problems;

namespace Darkroom.Studio.Frame;

/// <summary>Where in Studio a thing is shown.</summary>
public static class Places
{
    /// <summary>Address of what stands in the way; of a share, a catalog and a machine that of the image, with where it is shared to and what uses it.</summary>
    public static string? Of(ObstacleDto obstacle) => obstacle switch
    {
        { Kind: ObstacleKind.ImageShare, ImageVersionSpecUid: { } spec } => $"/image-version-specs/{spec}?tab=hosting-units",
        { Kind: ObstacleKind.ProvisioningScheme or ObstacleKind.Machine, ImageVersionSpecUid: { } spec } => $"/image-version-specs/{spec}?tab=used-by",
        _ => Of(obstacle.Kind.ToString(), obstacle.Uid),
    };

    /// <summary>Address of a thing by what the audit and refusals call its kind; null for what has no page.</summary>
    public static string? Of(string kind, Guid uid) => kind switch
    {
        "ImageDefinition" => $"/images/{uid}",
        "ImageVersion" => $"/image-versions/{uid}",
        "ImageVersionSpec" => $"/image-version-specs/{uid}",
        "HypervisorConnection" => $"/hosting/connections/{uid}",
        "HostingUnit" => $"/hosting/units/{uid}",
        "Operation" => $"/operations/{uid}",
        _ => null,
    };
}
