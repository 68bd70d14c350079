namespace Darkroom.Contracts.Hosting;

/// <summary>Something in the cloud below a connection or a hosting unit.</summary>
public sealed record InventoryItemDto
{
    /// <summary>Display name with its id, without the type suffix.</summary>
    public required string Name { get; init; }

    /// <summary>Name with the type suffix.</summary>
    public required string FullName { get; init; }

    /// <summary>Absolute, <c>XDHyp:\…</c>.</summary>
    public required string FullPath { get; init; }

    /// <summary>Relative to the connection.</summary>
    public required string ObjectPath { get; init; }

    /// <summary>Cloud id, e.g. <c>ami-…</c>, <c>t3.medium</c>.</summary>
    public required string Id { get; init; }

    /// <summary>In mixed case, e.g. <c>Template</c>.</summary>
    public required string ObjectType { get; init; }

    /// <summary>In lower case, e.g. <c>template</c>.</summary>
    public required string ObjectTypeName { get; init; }
    public required bool IsContainer { get; init; }
    public required bool IsSymLink { get; init; }
    public required bool IsMachine { get; init; }
    public required IReadOnlyDictionary<string, string> AdditionalData { get; init; }
}
