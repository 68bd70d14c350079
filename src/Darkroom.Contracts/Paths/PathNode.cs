namespace Darkroom.Contracts.Paths;

/// <summary>
/// One item in a path: its display name, the id its label carries (if any), and its type. Printed as <c>name (id).type</c>.
/// Two nodes are equal when they differ in nothing but case.
/// </summary>
public sealed class PathNode : IEquatable<PathNode>
{
    /// <summary>Makes a node.</summary>
    /// <exception cref="ArgumentException">The name is blank, or the id can't stand in a label of this type (<see cref="ItemTypes.IsLabelId"/>).</exception>
    public PathNode(ItemType type, string name, string? id = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (id is not null && !type.IsLabelId(id)) throw new ArgumentException($"'{id}' can't be the id in the label of a {type.Suffix()}.", nameof(id));
        Type = type;
        Name = name;
        Id = id;
    }

    public ItemType Type { get; }

    /// <summary>The display name, unescaped and as it was written.</summary>
    public string Name { get; }

    /// <summary>The id in the label's parentheses; of a subnet it is the VPC's, of a launch template version its number.</summary>
    public string? Id { get; }

    /// <summary>The label: name and id, escaped, without the type.</summary>
    public string Label
    {
        get
        {
            var name = PathText.Escape(Name);
            if (Id is not null) return $"{name} ({Id})";

            // A name that happens to end like an id must not come back as one.
            var open = PathText.IdStart(name, Type);
            return open < 0 ? name : name.Insert(open, "`");
        }
    }

    /// <summary>
    /// Whether this node, as somebody wrote it, stands for the item whose canonical node and cloud id are given. Without an id in the label, the name
    /// alone or the cloud id alone will do: both <c>T3 Medium Instance.serviceoffering</c> and <c>t3.medium.serviceoffering</c> name one offering.
    /// Names aren't unique in every cloud, so more than one item may answer.
    /// </summary>
    public bool Denotes(PathNode canonical, string cloudId)
    {
        ArgumentNullException.ThrowIfNull(canonical);
        if (Equals(canonical)) return true;
        return Type == canonical.Type && Id is null && (Same(Name, canonical.Name) || Same(Name, cloudId));
    }

    public bool Equals(PathNode? other) => other is not null && Type == other.Type && Same(Name, other.Name) && Same(Id, other.Id);

    public override bool Equals(object? obj) => Equals(obj as PathNode);

    public override int GetHashCode() =>
        HashCode.Combine(Type, Name.GetHashCode(StringComparison.OrdinalIgnoreCase), Id?.GetHashCode(StringComparison.OrdinalIgnoreCase));

    /// <summary>The node as it stands in a path.</summary>
    public override string ToString() => $"{Label}.{Type.Suffix()}";

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
