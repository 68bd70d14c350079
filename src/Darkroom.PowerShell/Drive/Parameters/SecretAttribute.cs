using System.Management.Automation;
using System.Security;

namespace Darkroom.PowerShell.Drive;

/// <summary>
/// Takes a secret as a plain text or as a SecureString, since scripts give either. Whatever else is given counts by its text, so that no conversion can fail
/// with the secret in its message.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SecretAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var given = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return given is null or SecureString ? given : Hide(given.ToString() ?? "");
    }

    private static SecureString Hide(string text)
    {
        var secret = new SecureString();
        foreach (var c in text) secret.AppendChar(c);
        secret.MakeReadOnly();
        return secret;
    }
}
