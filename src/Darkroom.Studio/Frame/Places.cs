namespace Darkroom.Studio.Frame;

/// <summary>Where in Studio a thing is shown.</summary>
public static class Places
{
    /// <summary>Address of a thing by what the audit and refusals call its kind; null for what has no page.</summary>
    public static string? Of(string kind, Guid uid) => kind switch
    {
        "ImageDefinition" => $"/images/{uid}",
        "ImageVersion" => $"/image-versions/{uid}",
        "ImageVersionSpec" => $"/image-version-specs/{uid}",
        "HypervisorConnection" => $"/hosting/connections/{uid}",
        "HostingUnit" or "ImageShare" => $"/hosting/units/{uid}",
        "Operation" => $"/operations/{uid}",
        _ => null,
    };
}
