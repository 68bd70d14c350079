using Darkroom.Core.Errors;

namespace Darkroom.Aws.Errors;

/// <summary>AWS has none left in the zone. Permanent for a step although some arrive as 5xx: trying harder doesn't make capacity.</summary>
[ErrorCatalogue]
public static class CapacityErrors
{
    private const string Elsewhere = "Retry later, or with another service offering. For another zone begin anew in a hosting unit there.";

    public static readonly ErrorDefinition InsufficientCapacity = Capacity(
        "InsufficientCapacity", "AWS has no capacity left for this instance type in the zone.", Elsewhere);

    public static readonly ErrorDefinition InsufficientHostCapacity = Capacity(
        "InsufficientHostCapacity", "The dedicated host has no room left for the instance, or the zone no host.",
        "Allocate another dedicated host, or choose a machine profile with default tenancy.");

    public static readonly ErrorDefinition InsufficientVolumeCapacity = Capacity(
        "InsufficientVolumeCapacity", "AWS has no capacity left for volumes of this type in the zone.",
        "Retry later, or with another volume type in the machine profile. For another zone begin anew in a hosting unit there.");

    public static readonly ErrorDefinition InsufficientAddressCapacity = Capacity(
        "InsufficientAddressCapacity", "AWS has too few addresses left for the request.", "Retry later.");

    public static readonly ErrorDefinition UnfulfillableCapacity = Capacity(
        "UnfulfillableCapacity", "AWS can't meet the request with the capacity it has.", Elsewhere);

    public static readonly ErrorDefinition UnsupportedInZone = Capacity(
        "InstanceTypeUnsupportedInZone", "AWS doesn't support the requested configuration in the zone.",
        "Choose a service offering that the zone offers; its cause names the zones that do.");

    private static ErrorDefinition Capacity(string code, string message, string remedy) =>
        new(code, 409, message, remedy) { TaskState = "InsufficientResources" };
}
