using Amazon.EC2.Model;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Inventory;

/// <summary>VPCs, zones, subnets and security groups as inventory.</summary>
internal static class NetworkItems
{
    /// <summary>A default VPC has no Name tag of its own and is shown as the AWS console calls it.</summary>
    public static CloudItem From(Vpc vpc) => new(
        CloudItemKind.Vpc,
        vpc.VpcId,
        AwsTags.NameIn(vpc.Tags) ?? (vpc.IsDefault == true ? "Default VPC" : vpc.VpcId),
        new ItemFacts
        {
            [CloudItemData.CidrBlock] = vpc.CidrBlock,
            [CloudItemData.State] = vpc.State?.Value,
            [CloudItemData.IsDefault] = ItemFacts.Of(vpc.IsDefault),
            [CloudItemData.Owner] = vpc.OwnerId,
        }.Known);

    public static CloudItem From(AvailabilityZone zone) => new(
        CloudItemKind.AvailabilityZone,
        zone.ZoneName,
        zone.ZoneName,
        new ItemFacts { [CloudItemData.State] = zone.State?.Value }.Known);

    public static CloudItem From(Subnet subnet) => new(
        CloudItemKind.Subnet,
        subnet.SubnetId,
        string.IsNullOrEmpty(subnet.CidrBlock) ? subnet.SubnetId : subnet.CidrBlock,
        new ItemFacts
        {
            [CloudItemData.VirtualPrivateCloudId] = subnet.VpcId,
            [CloudItemData.AvailabilityZone] = subnet.AvailabilityZone,
            [CloudItemData.AvailableAddresses] = ItemFacts.Of((long?)subnet.AvailableIpAddressCount),
            [CloudItemData.CidrBlock] = subnet.CidrBlock,
            [CloudItemData.State] = subnet.State?.Value,
            [CloudItemData.Description] = AwsTags.NameIn(subnet.Tags),
            [CloudItemData.IsDefault] = ItemFacts.Of(subnet.DefaultForAz),
        }.Known);

    public static CloudItem From(SecurityGroup group) => new(
        CloudItemKind.SecurityGroup,
        group.GroupId,
        string.IsNullOrEmpty(group.GroupName) ? group.GroupId : group.GroupName,
        new ItemFacts
        {
            [CloudItemData.VirtualPrivateCloudId] = group.VpcId,
            [CloudItemData.Description] = group.Description,
            [CloudItemData.Owner] = group.OwnerId,
        }.Known);
}
