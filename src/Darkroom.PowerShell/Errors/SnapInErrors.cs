using System.Management.Automation;

namespace Darkroom.PowerShell.Errors;

/// <summary>Snap-ins that scripts ask for.</summary>
public static class SnapInErrors
{
    public static readonly ModuleError Unknown = new(
        "SnapInUnknown", ErrorCategory.ObjectNotFound, "There is no snap-in '{0}'.",
        "Cmdlets of this module need none. For scripts that add them it knows {1}.");
}
