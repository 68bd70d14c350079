using System.Xml.Linq;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Ec2.Networks;

/// <summary>Network interfaces, as lists show them and as instances show theirs.</summary>
internal static class NetworkInterfaceOperations
{
    public static readonly Ec2Operation[] All = [new("DescribeNetworkInterfaces", Describe), new("DeleteNetworkInterface", Delete, "NetworkInterfaceId")];

    private static readonly Filters<NetworkInterface> Filters = new()
    {
        ["network-interface-id"] = nic => [nic.Id],
        ["subnet-id"] = nic => [nic.Subnet.Id],
        ["vpc-id"] = nic => [nic.Subnet.Vpc.Id],
        ["availability-zone"] = nic => [nic.Subnet.Zone.Name],
        ["attachment.instance-id"] = nic => [nic.InstanceId],
        ["attachment.status"] = nic => [nic.InstanceId is null ? null : "attached"],
        ["description"] = nic => [nic.Description],
        ["group-id"] = nic => nic.Groups.Select(group => group.Id),
        ["private-ip-address"] = nic => [nic.Address],
        ["interface-type"] = nic => [nic.InterfaceType],
        ["status"] = nic => [nic.Status],
    };

    /// <summary>The members that an instance and a list both show.</summary>
    public static IEnumerable<XElement?> Members(AwsCall call, NetworkInterface nic) =>
    [
        Xml.Member("networkInterfaceId", nic.Id), Xml.Member("subnetId", nic.Subnet.Id), Xml.Member("vpcId", nic.Subnet.Vpc.Id),
        Xml.Member("description", nic.Description), Xml.Member("ownerId", call.Region.AccountId), Xml.Member("status", nic.Status),
        Xml.Member("macAddress", nic.MacAddress), Xml.Member("privateIpAddress", nic.Address.ToString()),
        Xml.Member("privateDnsName", nic.PrivateDnsName), Xml.Member("sourceDestCheck", true), Xml.Member("interfaceType", nic.InterfaceType),
        Xml.Set("groupSet", nic.Groups.Select(group => new[] { Xml.Member("groupId", group.Id), Xml.Member("groupName", group.Name) })),
        Xml.Set("privateIpAddressesSet",
            [new[] { Xml.Member("privateIpAddress", nic.Address.ToString()), Xml.Member("privateDnsName", nic.PrivateDnsName), Xml.Member("primary", true) }]),
        Common.Operator(nic),
    ];

    public static IEnumerable<XElement?> Attachment(NetworkInterface nic) =>
    [
        Xml.Member("attachmentId", nic.AttachmentId), Xml.Member("deviceIndex", nic.DeviceIndex), Xml.Member("networkCardIndex", nic.NetworkCardIndex),
        Xml.Member("status", "attached"), Xml.Member("attachTime", nic.CreatedAt), Xml.Member("deleteOnTermination", nic.DeleteOnTermination),
    ];

    private static IEnumerable<XElement?> Describe(AwsCall call)
    {
        var all = Finding.NetworkInterface.Named<NetworkInterface>(call, "NetworkInterfaceId");
        var (page, next) = Listing.Page(call, Listing.Filter(call, all, Filters));
        return [Xml.Set("networkInterfaceSet", page.Select(nic => Shown(call, nic))), next];
    }

    private static IEnumerable<XElement?> Shown(AwsCall call, NetworkInterface nic) =>
    [
        .. Members(call, nic), Xml.Member("availabilityZone", nic.Subnet.Zone.Name), Common.Tags(nic),
        nic.InstanceId is null ? null : Xml.Structure("attachment",
            [.. Attachment(nic), Xml.Member("instanceId", nic.InstanceId), Xml.Member("instanceOwnerId", call.Region.AccountId)]),
    ];

    private static IEnumerable<XElement?> Delete(AwsCall call)
    {
        var nic = Finding.NetworkInterface.One<NetworkInterface>(call.Region, call.Parameters.Required("NetworkInterfaceId"));
        if (nic.InstanceId is not null)
            throw new AwsException("InvalidParameterValue", $"Network interface '{nic.Id}' is currently in use.");
        nic.Delete(call.Region.Resources);
        return Ec2Operation.Done();
    }
}
