namespace Darkroom.Contracts.Images;

/// <summary>A number inside a definition, with its specs.</summary>
public sealed record ImageVersionDto
{
    public required Guid ImageVersionUid { get; init; }
    public required int ImageVersionNumber { get; init; }
    public required Guid ImageDefinitionUid { get; init; }
    public required string ImageDefinitionName { get; init; }
    public string Description { get; init; } = "";
    public required DateTimeOffset CreationTime { get; init; }
    public required int ImageVersionSpecsCount { get; init; }

    /// <summary>What administrators keep beside it; at most 50 names.</summary>
    public required IReadOnlyDictionary<string, string> Metadata { get; init; }
    public required long Version { get; init; }
}

/// <summary>Body of POST /image-definitions/{nameOrUid}/versions.</summary>
public sealed record CreateImageVersionRequest
{
    public string? Description { get; init; }

    /// <summary>Names and values to keep beside it: at most 50, names of 100 and values of 1000 characters, no two names that differ in case alone.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>Body of PATCH /image-definitions/{nameOrUid}/versions/{number}.</summary>
public sealed record UpdateImageVersionRequest
{
    /// <summary>Null leaves it as it is.</summary>
    public string? Description { get; init; }

    /// <summary>Given once: the present one changes nothing, another is refused.</summary>
    public int? ImageVersionNumber { get; init; }
}
