using Darkroom.Contracts.Hosting;

namespace Darkroom.Studio.Hosting.Connections;

/// <summary>What somebody has entered about a connection. The secret of an access key has no place here, since drafts are kept.</summary>
public sealed class ConnectionDraft
{
    /// <summary>Of the connection that is changed, as it was read; 0 of a new one.</summary>
    public long Version { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Of a new one; a connection that is there says its Region with its address.</summary>
    public string Region { get; set; } = "";

    public string Address { get; set; } = "";

    public string EndpointOverride { get; set; } = "";

    public CredentialKind CredentialKind { get; set; }

    public string RoleArn { get; set; } = "";

    public string AccessKeyId { get; set; } = "";

    public bool AllowUnverifiedGuests { get; set; }

    public string CustomProperties { get; set; } = "";

    public static ConnectionDraft Of(HypervisorConnectionDto connection) => new()
    {
        Version = connection.Version,
        Name = connection.HypervisorConnectionName,
        Region = connection.Region,
        Address = connection.HypervisorAddress[0],
        EndpointOverride = connection.EndpointOverride ?? "",
        CredentialKind = connection.CredentialKind,
        RoleArn = connection.RoleArn ?? "",
        AccessKeyId = connection.AccessKeyId ?? "",
        AllowUnverifiedGuests = connection.AllowUnverifiedGuests,
        CustomProperties = connection.CustomProperties ?? "",
    };

    public CreateConnectionRequest ToRequest(string secret) => new()
    {
        HypervisorConnectionName = Name,
        Region = Given(Region),
        HypervisorAddress = Given(Address),
        EndpointOverride = Given(EndpointOverride),
        CredentialKind = CredentialKind,
        RoleArn = OfRole,
        AccessKeyId = OfKey,
        SecretAccessKey = OfKey is null ? null : Given(secret),
        AllowUnverifiedGuests = AllowUnverifiedGuests,
        CustomProperties = Given(CustomProperties),
    };

    /// <summary>What of a connection becomes different. What reaches the cloud is left out where it stays: then the cloud needn't be asked.</summary>
    public UpdateConnectionRequest ToChange(HypervisorConnectionDto before, string secret)
    {
        var credentials = ChangesCredentials(before, secret);
        return new UpdateConnectionRequest
        {
            HypervisorConnectionName = Changed(Name, before.HypervisorConnectionName),
            HypervisorAddress = Changed(Address, before.HypervisorAddress[0]),
            EndpointOverride = Changed(EndpointOverride, before.EndpointOverride ?? ""),
            CredentialKind = credentials ? CredentialKind : null,
            RoleArn = credentials ? OfRole : null,
            AccessKeyId = credentials ? OfKey : null,
            SecretAccessKey = credentials && OfKey is not null ? Given(secret) : null,
            AllowUnverifiedGuests = AllowUnverifiedGuests == before.AllowUnverifiedGuests ? null : AllowUnverifiedGuests,
            CustomProperties = Changed(CustomProperties, before.CustomProperties ?? ""),
        };
    }

    /// <summary>Whether the connection proves itself otherwise than before.</summary>
    /// <param name="secret">A new one, or empty.</param>
    public bool ChangesCredentials(HypervisorConnectionDto before, string secret) =>
        CredentialKind != before.CredentialKind || (OfRole ?? "") != (before.RoleArn ?? "") || (OfKey ?? "") != (before.AccessKeyId ?? "") || (OfKey is not null && secret.Length > 0);

    private string? OfRole => CredentialKind == CredentialKind.RoleArn ? RoleArn : null;

    private string? OfKey => CredentialKind == CredentialKind.AccessKey ? AccessKeyId : null;

    private static string? Given(string text) => text.Length > 0 ? text : null;

    private static string? Changed(string text, string before) => text == before ? null : text;
}
