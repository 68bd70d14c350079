using System.Management.Automation;

namespace Darkroom.PowerShell.Errors;

/// <summary>A task that was waited for, and the server that it runs on.</summary>
public static class WaitErrors
{
    public static readonly ModuleError ServerGone = new(
        "ServerNotAnswering", ErrorCategory.OperationTimeout, "The server hasn't answered for {1} minutes; task {0} is no longer waited for.",
        "The task isn't lost: the server goes on with it once it runs again. Follow it with Get-ProvTask -TaskId {0}.");
}
