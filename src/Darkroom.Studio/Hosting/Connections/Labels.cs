namespace Darkroom.Studio.Hosting.Connections;

/// <summary>How the fields of a connection are called on its page.</summary>
internal static class Labels
{
    public const string Name = "Name";
    public const string Region = "Region";
    public const string Credentials = "Credentials";
    public const string RoleArn = "Role ARN";
    public const string AccessKeyId = "Access key id";
    public const string Secret = "Secret access key";
    public const string Address = "Address";
    public const string Endpoint = "Endpoint override";
    public const string CustomProperties = "Custom properties";

    /// <summary>By the names that the API has for them.</summary>
    public static readonly IReadOnlyDictionary<string, string> ByMember = new Dictionary<string, string>
    {
        ["hypervisorConnectionName"] = Name,
        ["region"] = Region,
        ["credentialKind"] = Credentials,
        ["roleArn"] = RoleArn,
        ["accessKeyId"] = AccessKeyId,
        ["secretAccessKey"] = Secret,
        ["hypervisorAddress"] = Address,
        ["endpointOverride"] = Endpoint,
        ["customProperties"] = CustomProperties,
    };
}
