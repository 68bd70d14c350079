using Darkroom.Contracts.Hosting;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.Drive;

/// <summary>The API's requests for what a command says about a connection.</summary>
internal static class ConnectionRequests
{
    /// <exception cref="Errors.ModuleException">Something that was given can't be done, or contradicts something else.</exception>
    public static CreateConnectionRequest Create(string name, NewConnectionParameters given)
    {
        if (!given.Persist) throw DriveErrors.PersistMissing.With(name);
        var credentials = GivenCredentials.Read(given);
        return new CreateConnectionRequest
        {
            HypervisorConnectionName = name,
            ConnectionType = NullIfEmpty(given.ConnectionType),
            PluginId = NullIfEmpty(given.PluginId),
            HypervisorAddress = Address(given),
            AccessKeyId = credentials.AccessKeyId,
            SecretAccessKey = credentials.SecretAccessKey,
            RoleArn = credentials.RoleArn,
            CustomProperties = NullIfEmpty(given.CustomProperties),
            Scopes = given.Scope?.Where(scope => !string.IsNullOrEmpty(scope)).ToList(),
            ZoneUid = given.ZoneUid,
        };
    }

    /// <exception cref="Errors.ModuleException">Nothing was given, or something that contradicts something else.</exception>
    public static UpdateConnectionRequest Update(string name, SetConnectionParameters given)
    {
        var credentials = GivenCredentials.Read(given);
        var request = new UpdateConnectionRequest
        {
            HypervisorAddress = Address(given),
            AccessKeyId = credentials.AccessKeyId,
            SecretAccessKey = credentials.SecretAccessKey,
            RoleArn = credentials.RoleArn,
            MaintenanceMode = given.MaintenanceMode,
            CustomProperties = given.CustomProperties,
        };
        return request == new UpdateConnectionRequest()
            ? throw CmdletErrors.NothingToChange.With(name, "MaintenanceMode, UserName with SecurePassword, HypervisorAddress or CustomProperties")
            : request;
    }

    private static string? Address(ConnectionParameters given) => given.HypervisorAddress switch
    {
        null or [] => null,
        [var only] => only,
        var several => throw DriveErrors.SeveralAddresses.With(several.Length),
    };

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
