using System.Management.Automation;

namespace Darkroom.PowerShell.Errors;

/// <summary>What was named for removal, and deletions that are pending.</summary>
public static class RemovalErrors
{
    public static readonly ModuleError ShareIncomplete = new(
        "ShareIncomplete", ErrorCategory.InvalidArgument, "A share of the spec {0} is to be removed, and nothing says in which hosting unit.",
        "Pipe the rows of the spec's HostingUnits as they are, or with their HostingUnitUid.");

    public static readonly ModuleError NotPending = new(
        "UnknownObject", ErrorCategory.ObjectNotFound, "There is no pending deletion {0}.",
        "Get-ProvImagesPendingDelete shows those that there are; what was deleted meanwhile is not among them.");
}
