using System.Diagnostics.CodeAnalysis;

namespace Darkroom.Contracts.Paths;

/// <summary>
/// A place on the <c>XDHyp:</c> drive: the drive itself, one of its two roots, a connection or hosting unit, or an item inside one.
/// Prints canonically, with the drive and backslashes. Two paths are equal when they differ in nothing but case.
/// </summary>
public sealed class XDHypPath : IEquatable<XDHypPath>
{
    /// <summary>The longest path that is read, in characters.</summary>
    public const int MaxLength = 2048;

    /// <summary>The drive with its colon.</summary>
    public const string DriveName = "XDHyp:";

    /// <summary>The drive's own place, above both roots.</summary>
    public static readonly XDHypPath Drive = new(null, null, []);

    private XDHypPath(PathRoot? root, PathHead? head, IReadOnlyList<PathNode> nodes) => (Root, Head, Nodes) = (root, head, nodes);

    /// <summary>The root, or null for the drive itself.</summary>
    public PathRoot? Root { get; }

    /// <summary>The connection or hosting unit, or null for the drive and the roots.</summary>
    public PathHead? Head { get; }

    /// <summary>The items below the head, from the outermost to the one that is meant.</summary>
    public IReadOnlyList<PathNode> Nodes { get; }

    /// <summary>The item that is meant, or null when the path ends at its head or above.</summary>
    public PathNode? Leaf => Nodes.Count == 0 ? null : Nodes[^1];

    /// <summary>The part inside the head, or null when the path ends at its head or above.</summary>
    public RelativePath? Inside => Nodes.Count == 0 ? null : new RelativePath(Nodes);

    /// <summary>The place one up, or null for the drive.</summary>
    public XDHypPath? Parent => (Root, Head, Nodes.Count) switch
    {
        (null, _, _) => null,
        (_, null, _) => Drive,
        (_, _, 0) => new XDHypPath(Root, null, []),
        _ => new XDHypPath(Root, Head, [.. Nodes.SkipLast(1)]),
    };

    /// <summary>One of the two folders at the root of the drive.</summary>
    public static XDHypPath Of(PathRoot root) => new(root, null, []);

    /// <summary>A connection or hosting unit.</summary>
    public static XDHypPath Of(PathRoot root, PathHead head) => new(root, head, []);

    /// <summary>A hosting connection by its name.</summary>
    /// <exception cref="ArgumentException">No connection can have this name.</exception>
    public static XDHypPath Connection(string name) => Of(PathRoot.Connections, PathHead.Named(name));

    /// <summary>A hosting unit by its name.</summary>
    /// <exception cref="ArgumentException">No hosting unit can have this name.</exception>
    public static XDHypPath HostingUnit(string name) => Of(PathRoot.HostingUnits, PathHead.Named(name));

    /// <summary>An item one below this place.</summary>
    /// <exception cref="InvalidOperationException">This place is the drive or a root, which hold no items.</exception>
    public XDHypPath Child(PathNode node) => Below([node]);

    /// <summary>The place that the relative path names from here.</summary>
    /// <exception cref="InvalidOperationException">This place is the drive or a root, which hold no items.</exception>
    public XDHypPath Child(RelativePath path) => Below((path ?? throw new ArgumentNullException(nameof(path))).Nodes);

    /// <summary>Reads a path that begins with the drive.</summary>
    /// <exception cref="PathFormatException">The text is no such path.</exception>
    public static XDHypPath Parse(string text) => TryParse(text, out var path, out var error) ? path : throw new PathFormatException(error);

    /// <summary>Reads a path that begins with the drive; says where and why when it is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out XDHypPath? path, [NotNullWhen(false)] out PathParseError? error) =>
        new PathParser(text).Absolute(driveRequired: true, out path, out error);

    /// <summary>Reads a path as a drive provider gets it, where the drive has been cut off already; a drive that is still there is fine.</summary>
    public static bool TryParseInDrive(string text, [NotNullWhen(true)] out XDHypPath? path, [NotNullWhen(false)] out PathParseError? error) =>
        new PathParser(text).Absolute(driveRequired: false, out path, out error);

    /// <summary>Reads a path that begins with the drive, or else one that is relative to a given place, which must be a head or an item.</summary>
    /// <exception cref="InvalidOperationException">The text is relative and the place is the drive or a root, which hold no items.</exception>
    public static bool TryParseWithin(
        XDHypPath place, string text, [NotNullWhen(true)] out XDHypPath? path, [NotNullWhen(false)] out PathParseError? error)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (PathParser.StartsWithDrive(text)) return TryParse(text, out path, out error);
        path = RelativePath.TryParse(text, out var relative, out error) ? place.Child(relative) : null;
        return path is not null;
    }

    public bool Equals(XDHypPath? other) => other is not null && Root == other.Root && Equals(Head, other.Head) && Nodes.SequenceEqual(other.Nodes);

    public override bool Equals(object? obj) => Equals(obj as XDHypPath);

    public override int GetHashCode() => Nodes.Aggregate(HashCode.Combine(Root, Head), HashCode.Combine);

    /// <summary>The canonical form: <c>XDHyp:\HostingUnits\unit\name (id).type</c>.</summary>
    public override string ToString()
    {
        if (Root is not { } root) return DriveName + @"\";
        IEnumerable<string> parts = [DriveName, root.ToString(), .. Head is null ? [] : new[] { Head.ToString() }, .. Nodes.Select(node => node.ToString())];
        return string.Join('\\', parts);
    }

    private XDHypPath Below(IReadOnlyList<PathNode> nodes)
    {
        if (Head is null) throw new InvalidOperationException($"{this} holds connections or hosting units, not items.");
        return new XDHypPath(Root, Head, [.. Nodes, .. nodes]);
    }
}
