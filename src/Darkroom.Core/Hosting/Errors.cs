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
}
