using System.Security.Cryptography;
using Darkroom.Contracts.Hosting;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;

namespace Darkroom.Core.Hosting;

/// <summary>Opens a connection's credentials for a call.</summary>
public sealed class CloudAccessFactory(ISecretProtector secrets)
{
    /// <exception cref="DarkroomException">FailureToRetrieveConnectionPassword: the keys that encrypted the secret are gone.</exception>
    public CloudAccess For(HypervisorConnection connection) => new(
        connection.Uid,
        connection.Name,
        connection.AccountId,
        connection.Region,
        connection.EndpointOverride is { } endpoint ? new Uri(endpoint) : null,
        new CloudCredentials(connection.CredentialKind, connection.RoleArn, connection.AccessKeyId, SecretOf(connection)));

    private string? SecretOf(HypervisorConnection connection)
    {
        if (connection is not { CredentialKind: CredentialKind.AccessKey, ProtectedSecret: { } secret })
        {
            return null;
        }

        try
        {
            return secrets.Unprotect(secret);
        }
        catch (CryptographicException e)
        {
            throw new DarkroomException(HostingErrors.SecretUnreadable.With(connection.Name), e);
        }
    }
}
