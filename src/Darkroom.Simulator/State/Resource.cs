namespace Darkroom.Simulator.State;

/// <summary>One thing in an account's Region that has an id and can carry tags.</summary>
internal abstract class Resource(string id, DateTimeOffset createdAt)
{
    public string Id { get; } = id;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    /// <summary>The type's name in tag specifications, for example <c>network-interface</c>.</summary>
    public abstract string Kind { get; }

    public abstract string Status { get; }

    /// <summary>Its place in the order of creation; lists and pages keep it.</summary>
    public long Sequence { get; set; }

    public SortedDictionary<string, string> Tags { get; } = new(StringComparer.Ordinal);

    /// <summary>The service that operates it, when it isn't the account's own; such a thing is left out of lists unless they ask for it.</summary>
    public string? Operator { get; init; }
}
