using Darkroom.Contracts.Hosting;
using Darkroom.Core.Clouds;

namespace Darkroom.Core.Hosting;

/// <summary>Opens a connection's credentials for a call.</summary>
public sealed class CloudAccessFactory(ISecretProtector secrets)
{
    public CloudAccess For(HypervisorConnection connection) => new(
        connection.Uid,
        connection.Name,
        connection.AccountId,
        connection.Region,
        connection.EndpointOverride is { } endpoint ? new Uri(endpoint) : null,
        new CloudCredentials(
            connection.CredentialKind,
            connection.RoleArn,
            connection.AccessKeyId,
            connection.CredentialKind == CredentialKind.AccessKey && connection.ProtectedSecret is { } secret ? secrets.Unprotect(secret) : null));
}
