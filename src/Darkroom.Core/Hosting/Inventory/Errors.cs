using Darkroom.Core.Errors;

namespace Darkroom.Core.Hosting;

/// <summary>Errors of paths into the inventory. Wherever the drive documents a name for one, that is its code (cmdlet reference).</summary>
[ErrorCatalogue]
public static class InventoryErrors
{
    public static readonly ErrorDefinition PathInvalid = new(
        "InputPathInvalid", 400, "The path can't be read: {0}",
        "Write the path as the inventory lists it, for example XDHyp:\\HostingUnits\\Main\\win11 (ami-0123).template.");

    public static readonly ErrorDefinition PathNotInHostingUnit = new(
        "PathNotInHostingUnit", 400, "The path {0} doesn't lie in the hosting unit '{1}'.", "Choose an item of the hosting unit '{1}'.");

    public static readonly ErrorDefinition PathNotInConnection = new(
        "PathNotInConnection", 400, "The path {0} doesn't lie below the hypervisor connection '{1}'.", "Choose an item below the connection '{1}'.");

    public static readonly ErrorDefinition PathWrongType = new(
        "PathWrongType", 400, "'{1}' is a {0}, which doesn't belong there; possible: {2}.", "Name an item of a type that is possible there.");

    public static readonly ErrorDefinition ItemNotFound = new(
        "InventoryItemNotFound", 404, "There is no '{0}' in {1}; the cloud was asked just now.", "List what is there, and copy the path of the item.");

    public static readonly ErrorDefinition PathAmbiguous = new(
        "PathAmbiguous", 400, "More than one item answers to '{0}': {1}.", "Write the id in parentheses after the name, as the inventory lists it.");

    /// <summary>Everything that can be wrong with a path; the rest is the cloud's.</summary>
    internal static readonly IReadOnlySet<ErrorDefinition> OfPaths = new HashSet<ErrorDefinition>
    {
        PathInvalid, PathNotInHostingUnit, PathNotInConnection, PathWrongType, ItemNotFound, PathAmbiguous,
    };
}
