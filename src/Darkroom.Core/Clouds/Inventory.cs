namespace Darkroom.Core.Clouds;

/// <summary>Kinds of inventory.</summary>
public enum CloudItemKind { Vpc, AvailabilityZone, Subnet, Image, Instance, LaunchTemplate, LaunchTemplateVersion, InstanceType, SecurityGroup }

/// <summary>What to list.</summary>
/// <param name="Kind">The kind of item.</param>
/// <param name="VpcId">Only inside this VPC: subnets, security groups.</param>
/// <param name="Zone">Only in this availability zone: subnets, instances, instance types (offered there).</param>
/// <param name="ParentId">Launch template whose versions are asked for.</param>
/// <param name="Id">Only this one, looked up by its cloud id; an id that names nothing, or can't be one, gives an empty list.</param>
public sealed record InventoryQuery(
    CloudItemKind Kind, string? VpcId = null, string? Zone = null, string? ParentId = null, string? Id = null);

/// <summary>One thing in the cloud.</summary>
/// <param name="Id">Its cloud id: <c>ami-…</c>, <c>i-…</c>, <c>t3.medium</c>, a zone's name; of a launch template version its number.</param>
/// <param name="Name">Its display name: Name tag, AMI name, template name, CIDR block of a subnet, the template's id of a
/// launch template version; the id where it has none.</param>
/// <param name="Data">
/// Facts under the names that the drive shows, e.g. PowerState, CpuCount, MemoryMB, VirtualPrivateCloudId; the tag <see cref="ResourceTags.OperationTag"/> of an
/// instance that Darkroom made.
/// </param>
public sealed record CloudItem(CloudItemKind Kind, string Id, string Name, IReadOnlyDictionary<string, string> Data);

/// <summary>Names used in <see cref="CloudItem.Data"/>.</summary>
public static class CloudItemData
{
    public const string VirtualPrivateCloudId = "VirtualPrivateCloudId";
    public const string AvailabilityZone = "AvailabilityZone";
    public const string AvailableAddresses = "AvailableAddresses";
    public const string CidrBlock = "CidrBlock";
    public const string State = "State";
    public const string PowerState = "PowerState";
    public const string Platform = "Platform";
    public const string PlatformDetails = "PlatformDetails";
    public const string Architecture = "Architecture";
    public const string CreationDate = "CreationDate";
    public const string Description = "Description";
    public const string Owner = "Owner";
    public const string InstanceType = "InstanceType";
    public const string CpuCount = "CpuCount";
    public const string MemoryMB = "MemoryMB";
    public const string HardDiskSizeGB = "HardDiskSizeGB";
    public const string NetworkPerformance = "NetworkPerformance";
    public const string DefaultVersion = "DefaultVersion";
    public const string LatestVersion = "LatestVersion";
    public const string IsDefault = "IsDefault";
    public const string ImageId = "ImageId";
}
