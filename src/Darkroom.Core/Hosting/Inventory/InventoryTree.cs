using Darkroom.Contracts.Paths;
using Darkroom.Core.Clouds;

namespace Darkroom.Core.Hosting;

/// <summary>Which types of items lie below what.</summary>
public static class InventoryTree
{
    /// <param name="container">Null for the connection or hosting unit itself.</param>
    /// <returns>Nothing below what holds nothing.</returns>
    public static IReadOnlyList<ItemType> TypesBelow(PathRoot root, ItemType? container) =>
        [.. KindsBelow(root, container is { } type ? ItemNode.KindOf(type) : null).Select(ItemNode.TypeOf)];

    internal static IReadOnlyList<CloudItemKind> KindsBelow(PathRoot root, CloudItemKind? container) => (root, container) switch
    {
        (PathRoot.Connections, null) => [CloudItemKind.Vpc],
        (_, null) => [CloudItemKind.AvailabilityZone, CloudItemKind.Image, CloudItemKind.LaunchTemplate, CloudItemKind.InstanceType, CloudItemKind.SecurityGroup],
        (_, CloudItemKind.Vpc) => [CloudItemKind.AvailabilityZone],
        (PathRoot.Connections, CloudItemKind.AvailabilityZone) => [CloudItemKind.Subnet],
        (_, CloudItemKind.AvailabilityZone) => [CloudItemKind.Instance, CloudItemKind.Subnet],
        (_, CloudItemKind.LaunchTemplate) => [CloudItemKind.LaunchTemplateVersion],
        _ => [],
    };
}
