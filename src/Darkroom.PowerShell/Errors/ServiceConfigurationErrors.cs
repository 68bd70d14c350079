using System.Management.Automation;

namespace Darkroom.PowerShell.Errors;

/// <summary>Settings of the whole site.</summary>
public static class ServiceConfigurationErrors
{
    /// <summary>The same code as the server's, which isn't asked for one setting alone.</summary>
    public static readonly ModuleError Unknown = new(
        "ServiceSettingUnknown", ErrorCategory.ObjectNotFound, "There is no service setting '{0}'.", "Use one of {1}.");
}
