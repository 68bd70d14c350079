using System.Management.Automation;

namespace Darkroom.PowerShell.Errors;

/// <summary>Zones of the site.</summary>
public static class ZoneErrors
{
    /// <summary>The same code as the server's, which isn't asked for one zone alone.</summary>
    public static readonly ModuleError NotFound = new(
        "ZoneNotFound", ErrorCategory.ObjectNotFound, "There is no zone '{0}'.", "Leave name and uid out; the zones are {1}.");
}
