using System.Net;
using System.Security;

namespace Darkroom.PowerShell.Drive;

/// <summary>Credentials as a command gave them, in the API's members.</summary>
internal sealed record GivenCredentials(string? AccessKeyId, string? SecretAccessKey, string? RoleArn)
{
    /// <summary>What scripts give as user name and password to mean the server's own role (cmdlet reference).</summary>
    public const string RoleBasedAuth = "role_based_auth";

    /// <exception cref="Errors.ModuleException">Credentials were given in two ways, or a user name without its password.</exception>
    public static GivenCredentials Read(ConnectionParameters given)
    {
        var (name, secret) = NameAndSecret(given);
        if (name is not null && name.StartsWith("arn:", StringComparison.OrdinalIgnoreCase)) return new(null, null, name);
        if (name == RoleBasedAuth && secret is null) return new(name, name, null);
        return name is not null && secret is null ? throw DriveErrors.PasswordMissing.With(name) : new(name, secret, null);
    }

    // A record would print its secret.
    public override string ToString() => $"{nameof(GivenCredentials)} {{ {AccessKeyId ?? RoleArn} }}";

    private static (string? Name, string? Secret) NameAndSecret(ConnectionParameters given)
    {
        var name = string.IsNullOrEmpty(given.UserName) ? null : given.UserName;
        if (given.SecurePassword is not null && given.Password is not null) throw DriveErrors.CredentialsTwice.With("Password", "SecurePassword");
        var secret = given.SecurePassword ?? given.Password;
        if (given.HypervisorCredential is not { } credential) return (name, Text(secret));
        if (name is not null || secret is not null) throw DriveErrors.CredentialsTwice.With("HypervisorCredential", "UserName and SecurePassword");
        return (credential.UserName, Text(credential.Password));
    }

    private static string? Text(SecureString? secret) => secret is null or { Length: 0 } ? null : new NetworkCredential("", secret).Password;
}
