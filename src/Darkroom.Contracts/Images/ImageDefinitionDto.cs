namespace Darkroom.Contracts.Images;

/// <summary>An image definition: it groups numbered versions and is bound to connections.</summary>
public sealed record ImageDefinitionDto
{
    public required Guid ImageDefinitionUid { get; init; }
    public required string ImageDefinitionName { get; init; }
    public string Description { get; init; } = "";
    public required OsType OsType { get; init; }
    public required SessionSupport SessionSupport { get; init; }
    public required DateTimeOffset CreateTime { get; init; }

    /// <summary>The highest number ever given to a version, 0 before the first; numbers are never reused.</summary>
    public required int LatestVersion { get; init; }
    public required int VersionsCount { get; init; }
    public required IReadOnlyList<ImageDefinitionConnectionDto> Connections { get; init; }

    /// <summary>What administrators keep beside it; at most 50 names.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    /// <summary>Changes with every edit; the value behind the ETag.</summary>
    public required long Version { get; init; }
}

/// <summary>The binding of a definition to a hypervisor connection.</summary>
public sealed record ImageDefinitionConnectionDto
{
    public required Guid ImageDefinitionUid { get; init; }
    public required Guid HypervisorConnectionUid { get; init; }
    public required string HypervisorConnectionName { get; init; }
    public string? CustomProperties { get; init; }
}

/// <summary>Body of POST /image-definitions.</summary>
public sealed record CreateImageDefinitionRequest
{
    public required string ImageDefinitionName { get; init; }
    public required OsType OsType { get; init; }
    public required SessionSupport SessionSupport { get; init; }
    public string? Description { get; init; }

    /// <summary>Names and values to keep beside it: at most 50, names of 100 and values of 1000 characters, no two names that differ in case alone.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>Body of PATCH /image-definitions/{nameOrUid}; a null member stays as it is.</summary>
public sealed record UpdateImageDefinitionRequest
{
    public string? ImageDefinitionName { get; init; }
    public string? Description { get; init; }

    /// <summary>Fixed at creation: the present one changes nothing, another is refused.</summary>
    public OsType? OsType { get; init; }

    /// <summary>Fixed at creation: the present one changes nothing, another is refused.</summary>
    public SessionSupport? SessionSupport { get; init; }
}

/// <summary>Body of PUT /image-definitions/{nameOrUid}/connections/{nameOrUid}.</summary>
public sealed record AddImageDefinitionConnectionRequest
{
    /// <summary>The CustomProperties XML document or <c>Name,Value;</c> pairs; null for none.</summary>
    public string? CustomProperties { get; init; }
}

/// <summary>Body of POST /image-definitions/name-availability.</summary>
public sealed record NameAvailabilityRequest
{
    public required IReadOnlyList<string> Names { get; init; }
}

/// <summary>Whether a name may be taken; names the caller can't see count as taken.</summary>
public sealed record NameAvailabilityDto(string Name, bool Available);
