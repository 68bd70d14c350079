namespace Darkroom.Contracts.Paths;

/// <summary>The connection or hosting unit a path begins at: by its name, or by its uid in braces. Names are equal whatever their case.</summary>
public sealed class PathHead : IEquatable<PathHead>
{
    private PathHead(string? name, Guid? uid) => (Name, Uid) = (name, uid);

    /// <summary>The name, or null when the head is a uid.</summary>
    public string? Name { get; }

    /// <summary>The uid, or null when the head is a name.</summary>
    public Guid? Uid { get; }

    /// <exception cref="ArgumentException">No connection or hosting unit can have this name (<see cref="NameRules"/>).</exception>
    public static PathHead Named(string name)
    {
        if (NameRules.ConnectionOrHostingUnit.Check(name) is { } problem) throw new ArgumentException(problem.Message, nameof(name));
        return new PathHead(name, null);
    }

    public static PathHead Of(Guid uid) => new(null, uid);

    public bool Equals(PathHead? other) => other is not null && Uid == other.Uid && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => Equals(obj as PathHead);

    public override int GetHashCode() => HashCode.Combine(Uid, Name?.GetHashCode(StringComparison.OrdinalIgnoreCase));

    /// <summary>The head as it stands in a path.</summary>
    public override string ToString() => Uid is { } uid ? uid.ToString("B") : PathText.Escape(Name!);
}
