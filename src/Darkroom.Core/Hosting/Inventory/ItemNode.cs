using Darkroom.Contracts.Paths;
using Darkroom.Core.Clouds;

namespace Darkroom.Core.Hosting;

/// <summary>How things of the cloud are written in paths.</summary>
internal static class ItemNode
{
    private static readonly Dictionary<CloudItemKind, ItemType> Types = new()
    {
        [CloudItemKind.Vpc] = ItemType.VirtualPrivateCloud,
        [CloudItemKind.AvailabilityZone] = ItemType.AvailabilityZone,
        [CloudItemKind.Subnet] = ItemType.Network,
        [CloudItemKind.Image] = ItemType.Template,
        [CloudItemKind.Instance] = ItemType.Vm,
        [CloudItemKind.LaunchTemplate] = ItemType.LaunchTemplate,
        [CloudItemKind.LaunchTemplateVersion] = ItemType.LaunchTemplateVersion,
        [CloudItemKind.InstanceType] = ItemType.ServiceOffering,
        [CloudItemKind.SecurityGroup] = ItemType.SecurityGroup,
    };

    private static readonly Dictionary<ItemType, CloudItemKind> Kinds = Types.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static ItemType TypeOf(CloudItemKind kind) => Types[kind];

    public static CloudItemKind KindOf(ItemType type) => Kinds[type];

    /// <summary>Whether the id in the label of this kind is the thing's own and finds it alone.</summary>
    public static bool HasOwnId(CloudItemKind kind) =>
        kind is CloudItemKind.Image or CloudItemKind.Instance or CloudItemKind.LaunchTemplate or CloudItemKind.InstanceType;

    /// <summary>The canonical node of a thing among the others of its kind at the same place.</summary>
    public static PathNode Of(CloudItem item, IReadOnlyCollection<CloudItem> siblings)
    {
        var type = TypeOf(item.Kind);
        var id = item.Kind switch
        {
            CloudItemKind.AvailabilityZone => null,
            CloudItemKind.Subnet => item.Data.GetValueOrDefault(CloudItemData.VirtualPrivateCloudId),
            CloudItemKind.Vpc or CloudItemKind.InstanceType or CloudItemKind.SecurityGroup => siblings.Count(s => SameName(s, item)) > 1 ? item.Id : null,
            _ => item.Id,
        };
        var name = string.IsNullOrWhiteSpace(item.Name) ? item.Id : item.Name;
        return new PathNode(type, name, id is not null && type.IsLabelId(id) ? id : null);
    }

    /// <summary>
    /// Whether a node, as somebody wrote it, means this thing. An id in the label decides alone where it is the thing's own, since names of
    /// instances change; without one, the name or the id in the name's place will do.
    /// </summary>
    public static bool Means(PathNode written, CloudItem item, PathNode canonical) =>
        written.Id is { } id && item.Kind is not (CloudItemKind.Subnet or CloudItemKind.LaunchTemplateVersion)
            ? string.Equals(id, item.Id, StringComparison.OrdinalIgnoreCase)
            : written.Denotes(canonical, item.Id);

    private static bool SameName(CloudItem one, CloudItem other) => string.Equals(one.Name, other.Name, StringComparison.OrdinalIgnoreCase);
}
