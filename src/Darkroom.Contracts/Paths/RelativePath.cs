using System.Diagnostics.CodeAnalysis;

namespace Darkroom.Contracts.Paths;

/// <summary>
/// A path inside a connection or hosting unit: one item or more. Printed with forward slashes and a leading one, <c>/win10 (ami-0123).template</c>.
/// </summary>
public sealed class RelativePath : IEquatable<RelativePath>
{
    /// <exception cref="ArgumentException">There is no node.</exception>
    public RelativePath(IEnumerable<PathNode> nodes)
    {
        Nodes = [.. nodes];
        if (Nodes.Count == 0) throw new ArgumentException("A relative path names one item at least.", nameof(nodes));
    }

    /// <summary>The items from the outermost to the one that is meant; never empty.</summary>
    public IReadOnlyList<PathNode> Nodes { get; }

    /// <summary>The item that is meant.</summary>
    public PathNode Leaf => Nodes[^1];

    /// <summary>Reads a path with or without a leading separator.</summary>
    /// <exception cref="PathFormatException">The text is no such path.</exception>
    public static RelativePath Parse(string text) => TryParse(text, out var path, out var error) ? path : throw new PathFormatException(error);

    /// <summary>Reads a path with or without a leading separator; says where and why when it is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out RelativePath? path, [NotNullWhen(false)] out PathParseError? error) =>
        new PathParser(text).Relative(out path, out error);

    public bool Equals(RelativePath? other) => other is not null && Nodes.SequenceEqual(other.Nodes);

    public override bool Equals(object? obj) => Equals(obj as RelativePath);

    public override int GetHashCode() => Nodes.Aggregate(0, HashCode.Combine);

    public override string ToString() => "/" + string.Join('/', Nodes);
}
