using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Paths;

namespace Darkroom.PowerShell.Drive;

/// <summary>A hypervisor connection as the drive shows it (cmdlet reference). It never holds a secret.</summary>
public sealed class HypervisorConnection
{
    internal HypervisorConnection(HypervisorConnectionDto connection)
    {
        HypervisorConnectionUid = connection.HypervisorConnectionUid;
        HypervisorConnectionName = connection.HypervisorConnectionName;
        ConnectionType = connection.ConnectionType;
        PluginId = connection.PluginId;
        HypervisorAddress = [.. connection.HypervisorAddress];
        UserName = UserNameOf(connection);
        Revision = RevisionOf(connection);
        MaintenanceMode = connection.MaintenanceMode;
        CustomProperties = connection.CustomProperties;
        Region = connection.Region;
        AccountId = connection.AccountId;
        PrincipalArn = connection.PrincipalArn;
        AllowUnverifiedGuests = connection.AllowUnverifiedGuests;
        FullPath = XDHypPath.Connection(connection.HypervisorConnectionName).ToString();
    }

    public Guid HypervisorConnectionUid { get; }

    public string HypervisorConnectionName { get; }

    /// <summary><c>Custom</c> or <c>AmazonWorkSpacesCore</c>.</summary>
    public string ConnectionType { get; }

    public string PluginId { get; }

    /// <summary>One address: an account is reached in one Region.</summary>
    public string[] HypervisorAddress { get; }

    /// <summary>The access key's id, <c>role_based_auth</c>, the ARN of a role, or empty for the server's default credentials.</summary>
    public string UserName { get; }

    /// <summary>Every connection is kept by the server.</summary>
    public bool Persistent { get; } = true;

    /// <summary>There are no PVS machines in this cloud.</summary>
    public bool SupportsPvsVMs { get; }

    /// <summary>Another one after every edit; it says nothing else.</summary>
    public Guid Revision { get; }

    public bool MaintenanceMode { get; }

    /// <summary>As given; null without any.</summary>
    public string? CustomProperties { get; }

    /// <summary>Capabilities of this connection beyond its type's: none.</summary>
    public string[] Capabilities { get; } = [];

    /// <summary>Connections carry no metadata here.</summary>
    public Dictionary<string, string> Metadata { get; } = [];

    /// <summary>The Region that the address names.</summary>
    public string Region { get; }

    /// <summary>The account that the credentials are of.</summary>
    public string AccountId { get; }

    /// <summary>Who the cloud took the credentials for.</summary>
    public string PrincipalArn { get; }

    /// <summary>A guest that never reports is a warning instead of an error.</summary>
    public bool AllowUnverifiedGuests { get; }

    /// <summary>Absolute, <c>XDHyp:\Connections\…</c>.</summary>
    public string FullPath { get; }

    public override string ToString() => HypervisorConnectionName;

    private static string UserNameOf(HypervisorConnectionDto connection) => connection.CredentialKind switch
    {
        CredentialKind.AccessKey => connection.AccessKeyId ?? "",
        CredentialKind.RoleArn => connection.RoleArn ?? "",
        CredentialKind.RoleBasedAuth => GivenCredentials.RoleBasedAuth,
        _ => "",
    };

    private static Guid RevisionOf(HypervisorConnectionDto connection)
    {
        var bytes = connection.HypervisorConnectionUid.ToByteArray();
        var version = BitConverter.GetBytes(connection.Version);
        for (var i = 0; i < version.Length; i++) bytes[i] ^= version[i];
        return new Guid(bytes);
    }
}
