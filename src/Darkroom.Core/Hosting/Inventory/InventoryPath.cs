using Darkroom.Contracts.Paths;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Hosting;

/// <summary>Reads the text of a path as the nodes below a connection or a hosting unit.</summary>
internal static class InventoryPath
{
    /// <summary>The nodes of a path to a thing; never empty.</summary>
    /// <exception cref="DarkroomException">InputPathInvalid, PathNotInHostingUnit, PathNotInConnection.</exception>
    public static IReadOnlyList<PathNode> Read(InventoryLevel top, string text, IReadOnlyCollection<CloudItemKind> allowed, string field)
    {
        var nodes = BareName(Input.Path(text, field), allowed) is { } name ? [name] : Below(top, text, field);
        return nodes.Count > 0 ? nodes : throw InventoryErrors.PathInvalid.With("it names no item.").On(field).AsException();
    }

    /// <summary>The nodes of a path to a place; empty for the top.</summary>
    /// <exception cref="DarkroomException">As above.</exception>
    public static IReadOnlyList<PathNode> ReadContainer(InventoryLevel top, string? text, string field) =>
        string.IsNullOrEmpty(text?.Trim('/', '\\')) ? [] : Below(top, Input.Path(text, field), field);

    // A size or a zone is often written by its bare name, where nothing else can be meant.
    private static PathNode? BareName(string text, IReadOnlyCollection<CloudItemKind> allowed)
    {
        if (allowed.Count > 1 || allowed.Single() is not (CloudItemKind.InstanceType or CloudItemKind.AvailabilityZone)
            || string.IsNullOrWhiteSpace(text) || text.StartsWith(XDHypPath.DriveName, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return !RelativePath.TryParse(text, out _, out var error) && error.Kind is PathErrorKind.MissingType or PathErrorKind.UnknownType
            ? new PathNode(ItemNode.TypeOf(allowed.Single()), text)
            : null;
    }

    private static IReadOnlyList<PathNode> Below(InventoryLevel top, string text, string field)
    {
        if (!XDHypPath.TryParseWithin(top.Path, text, out var path, out var error))
        {
            throw InventoryErrors.PathInvalid.With(error.Message).On(field).AsException();
        }

        return top.Unit is { } unit ? InUnit(top.Connection, unit, path, field) : InConnection(top.Connection, path, field);
    }

    private static IReadOnlyList<PathNode> InConnection(HypervisorConnection connection, XDHypPath path, string field) =>
        Begins(path, PathRoot.Connections, connection.Name, connection.Uid)
            ? path.Nodes
            : throw InventoryErrors.PathNotInConnection.With(Input.Excerpt(path.ToString()), connection.Name).On(field).AsException();

    private static IReadOnlyList<PathNode> InUnit(HypervisorConnection connection, HostingUnit unit, XDHypPath path, string field)
    {
        if (Begins(path, PathRoot.HostingUnits, unit.Name, unit.Uid))
        {
            // The unit has one zone, so what lies in it may be written without it.
            return path.Nodes is [{ Type: ItemType.Network or ItemType.Vm }]
                ? [new PathNode(ItemType.AvailabilityZone, unit.AvailabilityZone), .. path.Nodes]
                : path.Nodes;
        }

        // Subnets are often written as they were given when the unit was made: below the connection and the unit's VPC.
        return Begins(path, PathRoot.Connections, connection.Name, connection.Uid) && path.Nodes is [var vpc, _, ..] && IsVpcOf(unit, vpc)
            ? [.. path.Nodes.Skip(1)]
            : throw InventoryErrors.PathNotInHostingUnit.With(Input.Excerpt(path.ToString()), unit.Name).On(field).AsException();
    }

    private static bool Begins(XDHypPath path, PathRoot root, string name, Guid uid) =>
        path.Root == root && path.Head is { } head && (head.Uid == uid || string.Equals(head.Name, name, StringComparison.OrdinalIgnoreCase));

    private static bool IsVpcOf(HostingUnit unit, PathNode node) => node.Type == ItemType.VirtualPrivateCloud
        && (node.Id is { } id ? string.Equals(id, unit.VpcId, StringComparison.OrdinalIgnoreCase) : node.Denotes(unit.VpcNode(), unit.VpcId));
}
