using Darkroom.Core.Errors;

namespace Darkroom.Core.Hosting;

/// <summary>Errors of connections and hosting units. Codes are those of the drive's documented errors wherever one fits (mcs.md 9.4).</summary>
[ErrorCatalogue]
public static class HostingErrors
{
    public static readonly ErrorDefinition ConnectionNotFound = new(
        "HypervisorConnectionObjectNotFound", 404, "There is no hypervisor connection '{0}'.", "List the connections and check the name or uid.");

    public static readonly ErrorDefinition HostingUnitNotFound = new(
        "HostingUnitObjectNotFound", 404, "There is no hosting unit '{0}'.", "List the hosting units and check the name or uid.");

    public static readonly ErrorDefinition ConnectionInMaintenance = new(
        "HypervisorInMaintenanceMode", 409, "The hypervisor connection '{0}' is in maintenance mode.",
        "Turn its maintenance mode off, then try again.");

    public static readonly ErrorDefinition SecretUnreadable = new(
        "FailureToRetrieveConnectionPassword", 409, "The secret of the hypervisor connection '{0}' can't be decrypted.",
        "Bring the data protection keys back, or give the connection its credentials again.");
}
