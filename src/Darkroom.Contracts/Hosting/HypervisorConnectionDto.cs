namespace Darkroom.Contracts.Hosting;

/// <summary>How Darkroom proves itself to the cloud.</summary>
public enum CredentialKind
{
    /// <summary>The SDK's default chain.</summary>
    DefaultChain,

    /// <summary>The literal <c>role_based_auth</c> of existing scripts: the server's own role.</summary>
    RoleBasedAuth,

    /// <summary>A role assumed from the default chain.</summary>
    RoleArn,

    /// <summary>An access key whose secret is kept encrypted.</summary>
    AccessKey,
}

/// <summary>One cloud account and Region. Secrets never appear here.</summary>
public sealed record HypervisorConnectionDto
{
    public required Guid HypervisorConnectionUid { get; init; }
    public required string HypervisorConnectionName { get; init; }

    /// <summary><c>AmazonWorkSpacesCore</c> or, from existing scripts, <c>Custom</c>.</summary>
    public required string ConnectionType { get; init; }
    public required string PluginId { get; init; }
    public required IReadOnlyList<string> HypervisorAddress { get; init; }
    public required string Region { get; init; }

    /// <summary>Endpoint used instead of the Region's own; null for real AWS.</summary>
    public string? EndpointOverride { get; init; }
    public required CredentialKind CredentialKind { get; init; }
    public string? RoleArn { get; init; }
    public string? AccessKeyId { get; init; }

    /// <summary>From the identity call made when the connection was saved.</summary>
    public required string AccountId { get; init; }
    public required string PrincipalArn { get; init; }
    public required bool MaintenanceMode { get; init; }

    /// <summary>A guest that never reports is a warning instead of an error.</summary>
    public required bool AllowUnverifiedGuests { get; init; }
    public string? CustomProperties { get; init; }

    /// <summary>When the secret was given; null without one.</summary>
    public DateTimeOffset? SecretSetAt { get; init; }
    public required Guid ZoneUid { get; init; }
    public required DateTimeOffset CreateTime { get; init; }
    public required long Version { get; init; }
}

/// <summary>Body of POST /connections.</summary>
public sealed record CreateConnectionRequest
{
    public required string HypervisorConnectionName { get; init; }

    /// <summary>Null means <c>AmazonWorkSpacesCore</c>.</summary>
    public string? ConnectionType { get; init; }
    public string? PluginId { get; init; }

    /// <summary><c>https://workspaces-instances.{region}.api.aws</c>; needed unless <see cref="Region"/> is given.</summary>
    public string? HypervisorAddress { get; init; }
    public string? Region { get; init; }
    public string? EndpointOverride { get; init; }

    /// <summary>Null means what the other members say: a role, a key, or the default chain when there is neither.</summary>
    public CredentialKind? CredentialKind { get; init; }
    public string? RoleArn { get; init; }
    public string? AccessKeyId { get; init; }

    /// <summary>Write-only.</summary>
    public string? SecretAccessKey { get; init; }
    public bool AllowUnverifiedGuests { get; init; }
    public string? CustomProperties { get; init; }

    /// <summary>The primary zone, which null and the all-zero uid mean as well; there is no other.</summary>
    public Guid? ZoneUid { get; init; }

    /// <summary>Null, an empty list, or <c>All</c>: there are no scopes, so a named one is refused.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }
}

/// <summary>
/// Body of PATCH /connections/{nameOrUid}; a null member stays as it is, an empty <see cref="EndpointOverride"/> or <see cref="CustomProperties"/> takes it
/// away. Members of credentials replace them as a whole, but a new secret alone keeps the access key's id.
/// </summary>
public sealed record UpdateConnectionRequest
{
    public string? HypervisorConnectionName { get; init; }
    public string? HypervisorAddress { get; init; }
    public string? EndpointOverride { get; init; }
    public CredentialKind? CredentialKind { get; init; }
    public string? RoleArn { get; init; }
    public string? AccessKeyId { get; init; }
    public string? SecretAccessKey { get; init; }
    public bool? MaintenanceMode { get; init; }
    public bool? AllowUnverifiedGuests { get; init; }
    public string? CustomProperties { get; init; }
}
