using Darkroom.Contracts.Hosting;

namespace Darkroom.PowerShell.Drive;

/// <summary>Something in the cloud below a connection or a hosting unit (cmdlet reference).</summary>
public sealed class HypervisorObject
{
    internal HypervisorObject(InventoryItemDto item)
    {
        Name = item.Name;
        FullName = item.FullName;
        FullPath = item.FullPath;
        ObjectPath = item.ObjectPath;
        Id = item.Id;
        ObjectType = item.ObjectType;
        ObjectTypeName = item.ObjectTypeName;
        IsContainer = item.IsContainer;
        IsSymLink = item.IsSymLink;
        IsMachine = item.IsMachine;
        AdditionalData = new Dictionary<string, string>(item.AdditionalData, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Display name with its id, without the type.</summary>
    public string Name { get; }

    /// <summary>Name with the type.</summary>
    public string FullName { get; }

    /// <summary>Absolute, <c>XDHyp:\…</c>.</summary>
    public string FullPath { get; }

    /// <summary>Relative to the connection.</summary>
    public string ObjectPath { get; }

    /// <summary>Cloud id, e.g. <c>ami-…</c>, <c>subnet-…</c>, <c>t3.medium</c>.</summary>
    public string Id { get; }

    /// <summary>In mixed case, e.g. <c>Network</c>.</summary>
    public string ObjectType { get; }

    /// <summary>In lower case, e.g. <c>network</c>.</summary>
    public string ObjectTypeName { get; }

    public bool IsContainer { get; }

    /// <summary>Whether it may be the RootPath of a hosting unit.</summary>
    public bool IsSymLink { get; }

    public bool IsMachine { get; }

    /// <summary>What the cloud says beyond that, e.g. PowerState of a machine.</summary>
    public Dictionary<string, string> AdditionalData { get; }

    /// <summary>What parameters that ask for a path take: an item stands for its path.</summary>
    public override string ToString() => FullPath;
}
