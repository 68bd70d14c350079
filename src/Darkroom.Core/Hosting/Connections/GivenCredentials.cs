using System.Text.RegularExpressions;
using Darkroom.Contracts.Hosting;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Hosting;

/// <summary>Credentials as a request gives them. The kind may be left out where the other members say it.</summary>
internal sealed partial record GivenCredentials(CredentialKind? Kind, string? RoleArn, string? AccessKeyId, string? SecretAccessKey)
{
    /// <summary>What existing scripts give for key and secret to mean the server's own role (cmdlet reference).</summary>
    public const string RoleBasedAuth = "role_based_auth";

    private const int LongestKeyId = 128;
    private const int LongestSecret = 256;
    private const int LongestArn = 2048;

    /// <summary>Whether the request says anything about credentials.</summary>
    public bool AreGiven => (Kind, RoleArn, AccessKeyId, SecretAccessKey) is not (null, null, null, null);

    /// <summary>The credentials, once each member fits the kind.</summary>
    /// <exception cref="DarkroomException">ValueMissing, ValueTooLong, ControlCharacter, RoleArnInvalid, ConnectionCredentialsContradictory.</exception>
    public CloudCredentials Read()
    {
        if (AccessKeyId == RoleBasedAuth && SecretAccessKey == RoleBasedAuth
            && Kind is null or CredentialKind.AccessKey or CredentialKind.RoleBasedAuth)
        {
            return (this with { Kind = CredentialKind.RoleBasedAuth, AccessKeyId = null, SecretAccessKey = null }).Read();
        }

        // Before any rule among the members: a refusal names the one that is wrong by itself.
        Input.OptionalText(RoleArn, "roleArn", LongestArn);
        Input.OptionalText(AccessKeyId, "accessKeyId", LongestKeyId);
        Input.OptionalText(SecretAccessKey, "secretAccessKey", LongestSecret);
        var kind = Kind is { } said ? Input.Member(said, "credentialKind") : KindOfMembers();
        Refuse(RoleArn, "roleArn", kind, unless: CredentialKind.RoleArn);
        Refuse(AccessKeyId, "accessKeyId", kind, unless: CredentialKind.AccessKey);
        Refuse(SecretAccessKey, "secretAccessKey", kind, unless: CredentialKind.AccessKey);
        return kind switch
        {
            CredentialKind.RoleArn => new(kind, RoleArn: ReadRoleArn()),
            CredentialKind.AccessKey => new(
                kind,
                AccessKeyId: Input.Present(AccessKeyId, "accessKeyId"),
                SecretAccessKey: Input.Present(SecretAccessKey, "secretAccessKey")),
            _ => new(kind),
        };
    }

    // A record would print its secret.
    public override string ToString() => $"GivenCredentials {{ Kind = {Kind} }}";

    private CredentialKind KindOfMembers() =>
        RoleArn is not null ? CredentialKind.RoleArn : (AccessKeyId ?? SecretAccessKey) is not null ? CredentialKind.AccessKey : CredentialKind.DefaultChain;

    private string ReadRoleArn() => Arn().IsMatch(Input.Present(RoleArn, "roleArn"))
        ? RoleArn!
        : throw HostingErrors.RoleArnInvalid.With(Input.Excerpt(RoleArn!)).On("roleArn").AsException();

    private static void Refuse(string? value, string field, CredentialKind kind, CredentialKind unless)
    {
        if (value is not null && kind != unless)
        {
            throw HostingErrors.CredentialsContradictory.With(field, kind).On(field).AsException();
        }
    }

    // The path is IAM's: printable ASCII between slashes.
    [GeneratedRegex(@"^arn:aws(-us-gov)?:iam::[0-9]{12}:role/([\x21-\x2e\x30-\x7e]+/)*[a-zA-Z0-9+=,.@\-_]{1,64}\z")]
    private static partial Regex Arn();
}
