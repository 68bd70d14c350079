using System.Management.Automation;
using System.Security;
using Darkroom.PowerShell.Completion;

namespace Darkroom.PowerShell.Drive;

/// <summary>What a connection can be made with and changed to.</summary>
public abstract class ConnectionParameters : ChangeParameters
{
    /// <summary>https://workspaces-instances.us-east-1.api.aws with the Region you mean. One address: an account is reached in one Region.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyCollection]
    [NoFiles]
    public string[]? HypervisorAddress { get; set; }

    /// <summary>The access key's id, the ARN of a role to assume, or role_based_auth for the server's own role. Without it, the server's default credentials.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [NoFiles]
    public string? UserName { get; set; }

    /// <summary>The secret access key, as a SecureString or a plain text; role_based_auth with that user name.</summary>
    [Parameter]
    [Secret]
    [NoFiles]
    public SecureString? SecurePassword { get; set; }

    /// <summary>The same as SecurePassword.</summary>
    [Parameter]
    [Secret]
    [NoFiles]
    public SecureString? Password { get; set; }

    /// <summary>User name and password as one credential.</summary>
    [Parameter]
    [NoFiles]
    public PSCredential? HypervisorCredential { get; set; }

    /// <summary>Free properties: the CustomProperties XML document, or pairs in the form Name,Value;Name,Value.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [NoFiles]
    public string? CustomProperties { get; set; }
}
