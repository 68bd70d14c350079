using System.Management.Automation;
using Darkroom.PowerShell.Completion;

namespace Darkroom.PowerShell.Drive;

/// <summary>Which server a command on the drive asks.</summary>
public class ServerParameters
{
    /// <summary>The server to ask: a host, a host with its port, or a URL. Once given, it stays the default for the session.</summary>
    [Parameter]
    [NoFiles]
    public string? AdminAddress { get; set; }

    /// <summary>The caller's token. Given together with AdminAddress, it stays that server's for the session.</summary>
    [Parameter]
    [NoFiles]
    public string? BearerToken { get; set; }
}
