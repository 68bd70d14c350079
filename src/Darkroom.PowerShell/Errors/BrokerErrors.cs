using System.Management.Automation;

namespace Darkroom.PowerShell.Errors;

/// <summary>The broker's registrations.</summary>
public static class BrokerErrors
{
    public static readonly ModuleError NoMatch = new(
        "UnknownObject", ErrorCategory.ObjectNotFound, "'{0}' matches the name of no connection that is registered with the broker.",
        "Get-BrokerHypervisorConnection without a name shows those that are.");
}
