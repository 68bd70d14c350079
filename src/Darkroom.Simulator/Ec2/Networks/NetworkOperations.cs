using System.Xml.Linq;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Ec2.Networks;

/// <summary>VPCs and subnets; they come with the world.</summary>
internal static class NetworkOperations
{
    public static readonly Ec2Operation[] All = [new("DescribeVpcs", DescribeVpcs), new("DescribeSubnets", DescribeSubnets)];

    private static readonly Filters<Vpc> VpcFilters = new()
    {
        ["vpc-id"] = vpc => [vpc.Id],
        ["cidr"] = vpc => [vpc.Cidr],
        ["is-default"] = vpc => [vpc.IsDefault],
        ["state"] = vpc => [vpc.Status],
    };

    private static readonly Filters<Subnet> SubnetFilters = new()
    {
        ["subnet-id"] = subnet => [subnet.Id],
        ["vpc-id"] = subnet => [subnet.Vpc.Id],
        ["availability-zone"] = subnet => [subnet.Zone.Name],
        ["availabilityZone"] = subnet => [subnet.Zone.Name],
        ["availability-zone-id"] = subnet => [subnet.Zone.Id],
        ["available-ip-address-count"] = subnet => [subnet.AvailableAddresses],
        ["cidr-block"] = subnet => [subnet.Cidr],
        ["default-for-az"] = subnet => [subnet.DefaultForZone],
        ["state"] = subnet => [subnet.Status],
    };

    private static IEnumerable<XElement?> DescribeVpcs(AwsCall call)
    {
        var (page, next) = Listing.Page(call, Listing.Filter(call, Finding.Vpc.Named<Vpc>(call, "VpcId"), VpcFilters));
        return [Xml.Set("vpcSet", page.Select(vpc => VpcMembers(call, vpc))), next];
    }

    private static IEnumerable<XElement?> DescribeSubnets(AwsCall call)
    {
        var (page, next) = Listing.Page(call, Listing.Filter(call, Finding.Subnet.Named<Subnet>(call, "SubnetId"), SubnetFilters));
        return [Xml.Set("subnetSet", page.Select(subnet => SubnetMembers(call, subnet))), next];
    }

    private static XElement?[] VpcMembers(AwsCall call, Vpc vpc) =>
    [
        Xml.Member("vpcId", vpc.Id), Xml.Member("ownerId", call.Region.AccountId), Xml.Member("state", vpc.Status), Xml.Member("cidrBlock", vpc.Cidr),
        Xml.Member("dhcpOptionsId", "default"), Xml.Member("instanceTenancy", "default"), Xml.Member("isDefault", vpc.IsDefault), Common.Tags(vpc),
    ];

    private static XElement?[] SubnetMembers(AwsCall call, Subnet subnet) =>
    [
        Xml.Member("subnetId", subnet.Id), Xml.Member("subnetArn", call.Region.Arn("subnet/" + subnet.Id)), Xml.Member("ownerId", call.Region.AccountId),
        Xml.Member("state", subnet.Status), Xml.Member("vpcId", subnet.Vpc.Id), Xml.Member("cidrBlock", subnet.Cidr.ToString()),
        Xml.Member("availableIpAddressCount", subnet.AvailableAddresses), Xml.Member("availabilityZone", subnet.Zone.Name),
        Xml.Member("availabilityZoneId", subnet.Zone.Id), Xml.Member("defaultForAz", subnet.DefaultForZone), Xml.Member("mapPublicIpOnLaunch", false),
        Xml.Member("assignIpv6AddressOnCreation", false), Xml.Member("ipv6Native", false), Common.Tags(subnet),
    ];
}
