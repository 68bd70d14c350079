using Darkroom.Contracts.Hosting;

namespace Darkroom.Core.Hosting;

/// <summary>What is shown of a connection: never the secret, whether encrypted or not.</summary>
public static class ConnectionView
{
    public static HypervisorConnectionDto ToDto(this HypervisorConnection connection) => new()
    {
        HypervisorConnectionUid = connection.Uid,
        HypervisorConnectionName = connection.Name,
        ConnectionType = connection.ConnectionType,
        PluginId = connection.PluginId,
        HypervisorAddress = [connection.Address],
        Region = connection.Region,
        EndpointOverride = connection.EndpointOverride,
        CredentialKind = connection.CredentialKind,
        RoleArn = connection.RoleArn,
        AccessKeyId = connection.AccessKeyId,
        AccountId = connection.AccountId,
        PrincipalArn = connection.PrincipalArn,
        MaintenanceMode = connection.MaintenanceMode,
        AllowUnverifiedGuests = connection.AllowUnverifiedGuests,
        CustomProperties = connection.CustomProperties,
        SecretSetAt = connection.SecretSetAt,
        ZoneUid = connection.ZoneUid,
        CreateTime = connection.CreatedAt,
        Version = connection.Version,
    };
}
