using Darkroom.Contracts.Hosting;
using Darkroom.Core.Storage;

namespace Darkroom.Core.Hosting;

/// <summary>One cloud account and Region, with credentials by reference.</summary>
public sealed class HypervisorConnection : IVersioned, INamed
{
    public Guid Uid { get; init; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    public string NameKey { get; set; } = "";
    public required string ConnectionType { get; init; }
    public required string PluginId { get; init; }
    public required string Address { get; set; }
    public required string Region { get; set; }
    public string? EndpointOverride { get; set; }
    public CredentialKind CredentialKind { get; set; }
    public string? RoleArn { get; set; }
    public string? AccessKeyId { get; set; }

    /// <summary>Encrypted; only <see cref="ISecretProtector"/> can open it.</summary>
    public string? ProtectedSecret { get; set; }

    /// <summary>When the secret was given; null without one. By it the audit says that a secret was replaced.</summary>
    public DateTimeOffset? SecretSetAt { get; set; }
    public required string AccountId { get; set; }
    public required string PrincipalArn { get; set; }
    public bool MaintenanceMode { get; set; }
    public bool AllowUnverifiedGuests { get; set; }
    public string? CustomProperties { get; set; }
    public Guid ZoneUid { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public long Version { get; set; } = 1;
}
