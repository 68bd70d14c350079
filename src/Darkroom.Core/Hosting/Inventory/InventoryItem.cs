using System.Globalization;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Paths;
using Darkroom.Core.Clouds;

namespace Darkroom.Core.Hosting;

/// <summary>A thing of the cloud and where it stands in the tree.</summary>
/// <param name="CloudItem">What the cloud says about it.</param>
/// <param name="FullPath">Its canonical place on the drive.</param>
/// <param name="ObjectPath">Its canonical place below the connection, with forward slashes.</param>
public sealed record InventoryItem(CloudItem CloudItem, XDHypPath FullPath, string ObjectPath)
{
    /// <summary>The cloud's id.</summary>
    public string Id => CloudItem.Id;

    public CloudItemKind Kind => CloudItem.Kind;

    /// <summary>Canonical and relative to the connection or hosting unit it was found in: <c>/name (id).template</c>.</summary>
    public string RelativePath => FullPath.Inside!.ToString();

    /// <summary>Canonical, <c>XDHyp:\…</c>.</summary>
    public string AbsolutePath => FullPath.ToString();

    /// <summary>Size of an image's root volume, GiB; 0 where the cloud doesn't tell.</summary>
    public int DiskSizeGb =>
        int.TryParse(CloudItem.Data.GetValueOrDefault(CloudItemData.HardDiskSizeGB), CultureInfo.InvariantCulture, out var size) ? size : 0;

    public InventoryItemDto ToDto()
    {
        var node = FullPath.Leaf!;
        return new InventoryItemDto
        {
            Name = node.Label,
            FullName = node.ToString(),
            FullPath = AbsolutePath,
            ObjectPath = ObjectPath,
            Id = Id,
            ObjectType = node.Type.ToString(),
            ObjectTypeName = node.Type.Suffix(),
            IsContainer = Kind is CloudItemKind.Vpc or CloudItemKind.AvailabilityZone or CloudItemKind.LaunchTemplate,
            IsSymLink = Kind is CloudItemKind.Vpc,
            IsMachine = Kind is CloudItemKind.Instance,
            AdditionalData = CloudItem.Data,
        };
    }
}
