using Darkroom.Contracts.Hosting;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;

namespace Darkroom.Core.Hosting;

/// <summary>Where and as whom a connection reaches its cloud.</summary>
internal sealed record ConnectionAccess(RegionalAddress Place, string? EndpointOverride, CloudCredentials Credentials)
{
    /// <exception cref="DarkroomException">What is wrong with the members.</exception>
    public static ConnectionAccess Of(CreateConnectionRequest request) => new(
        RegionalAddress.Read(request.HypervisorAddress, request.Region),
        Hosting.EndpointOverride.Read(request.EndpointOverride),
        new GivenCredentials(request.CredentialKind, request.RoleArn, request.AccessKeyId, request.SecretAccessKey).Read());

    /// <summary>
    /// What a connection's access becomes by a change, or null when the change doesn't touch it. The kept secret is opened only when it is still needed,
    /// so that an unreadable one can be replaced.
    /// </summary>
    /// <exception cref="DarkroomException">What is wrong with the members, FailureToRetrieveConnectionPassword.</exception>
    public static ConnectionAccess? Of(HypervisorConnection connection, UpdateConnectionRequest request, CloudAccessFactory factory)
    {
        // A new secret for the same key is enough.
        var keyId = request.AccessKeyId ?? (request.SecretAccessKey is not null && request.CredentialKind is null ? connection.AccessKeyId : null);
        var credentials = new GivenCredentials(request.CredentialKind, request.RoleArn, keyId, request.SecretAccessKey);
        return request.HypervisorAddress is null && request.EndpointOverride is null && !credentials.AreGiven
            ? null
            : new ConnectionAccess(
                RegionalAddress.Read(request.HypervisorAddress ?? connection.Address, null),
                request.EndpointOverride is { } endpoint ? Hosting.EndpointOverride.Read(endpoint) : connection.EndpointOverride,
                credentials.AreGiven ? credentials.Read() : factory.For(connection).Credentials);
    }

    /// <summary>For a call that tries it before it is saved.</summary>
    public CloudAccess ToCloudAccess(string connectionName) => new(
        Guid.Empty, connectionName, "", Place.Region, EndpointOverride is { } endpoint ? new Uri(endpoint) : null, Credentials);
}

/// <summary>An access that the cloud has accepted.</summary>
internal sealed record ProvenAccess(ConnectionAccess Access, CloudIdentity Identity)
{
    public AccountKey Account => new(Identity.AccountId, Access.Place.Region);

    /// <param name="secretSetAt">When its secret was given; null when it is the one the connection has already.</param>
    public void ApplyTo(HypervisorConnection connection, ISecretProtector secrets, DateTimeOffset? secretSetAt)
    {
        var (place, endpoint, credentials) = Access;
        connection.Address = place.Address;
        connection.Region = place.Region;
        connection.EndpointOverride = endpoint;
        connection.CredentialKind = credentials.Kind;
        connection.RoleArn = credentials.RoleArn;
        connection.AccessKeyId = credentials.AccessKeyId;
        connection.ProtectedSecret = credentials.SecretAccessKey is { } secret ? secrets.Protect(secret) : null;
        connection.SecretSetAt = credentials.SecretAccessKey is null ? null : secretSetAt ?? connection.SecretSetAt;
        connection.AccountId = Identity.AccountId;
        connection.PrincipalArn = Identity.PrincipalArn;
    }
}
