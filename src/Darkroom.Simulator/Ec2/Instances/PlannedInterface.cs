using System.Net;
using Darkroom.Simulator.Ec2.Networks;
using Darkroom.Simulator.Ec2.SecurityGroups;
using Darkroom.Simulator.Http;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2.Instances;

/// <summary>A network interface that a launch asks for.</summary>
internal sealed record PlannedInterface(Subnet Subnet, IReadOnlyList<SecurityGroup> Groups, IPAddress? Address, int DeviceIndex, QueryNode Asked)
{
    /// <summary>The interfaces of a launch: those it lists, or one made of its own subnet and groups.</summary>
    public static IReadOnlyList<PlannedInterface> Read(RegionState region, QueryNode request)
    {
        var listed = request.Items("NetworkInterface");
        if (listed.Count == 0)
            return [Of(region, request, request, 0, SubnetOf(region, request, request["Placement"].Text("AvailabilityZone")))];
        if (request.Text("SubnetId") is not null || request.Texts("SecurityGroupId").Count > 0)
        {
            throw AwsException.InvalidCombination(
                "Network interfaces and an instance-level subnet ID or security groups may not be specified on the same request");
        }
        var planned = listed.Select((item, position) =>
            Of(region, request, item, item.Number("DeviceIndex") ?? position, SubnetOf(region, item, request["Placement"].Text("AvailabilityZone")))).ToList();
        if (planned.DistinctBy(item => item.Subnet.Zone).Count() > 1)
            throw AwsException.InvalidCombination("All network interfaces must be in the same Availability Zone.");
        if (planned.DistinctBy(item => item.DeviceIndex).Count() < planned.Count)
            throw new AwsException("InvalidParameterValue", "Each network interface needs a device index of its own.");
        if (planned.Where(item => item.Address is not null).GroupBy(item => (item.Subnet, item.Address)).Any(same => same.Count() > 1))
            throw new AwsException("InvalidIPAddress.InUse", "Two network interfaces ask for the same address.");
        return [.. planned.OrderBy(item => item.DeviceIndex)];
    }

    private static PlannedInterface Of(RegionState region, QueryNode request, QueryNode item, int deviceIndex, Subnet subnet)
    {
        var ids = item.Texts("SecurityGroupId");
        var names = ReferenceEquals(item, request) ? request.Texts("SecurityGroup") : [];
        var groups = ids.Select(id => Finding.SecurityGroup.One<SecurityGroup>(region, id))
            .Concat(names.Select(name => InVpc(region, subnet.Vpc, name))).Distinct().ToList();
        if (groups.Count == 0)
            groups.Add(InVpc(region, subnet.Vpc, SecurityGroup.DefaultName));
        if (groups.Find(group => group.Vpc != subnet.Vpc) is { } foreign)
            throw new AwsException("InvalidParameter", $"Security group {foreign.Id} and subnet {subnet.Id} belong to different networks.");
        return new(subnet, groups, AddressOf(item, subnet), deviceIndex, item);
    }

    private static IPAddress? AddressOf(QueryNode item, Subnet subnet)
    {
        if (item.Text("PrivateIpAddress") is not { } text)
            return null;
        if (!IPAddress.TryParse(text, out var address))
            throw AwsException.InvalidValue("privateIpAddress", text);
        return subnet.IsFree(address) ? address : throw new AwsException("InvalidIPAddress.InUse", $"Address {address} is in use.");
    }

    private static SecurityGroup InVpc(RegionState region, Vpc vpc, string name) =>
        region.Resources.All<SecurityGroup>().FirstOrDefault(group => group.Vpc == vpc && group.Name == name) ?? throw Finding.SecurityGroup.NotFound(name);

    private static Subnet SubnetOf(RegionState region, QueryNode item, string? zone)
    {
        if (item.Text("SubnetId") is { } id)
            return Finding.Subnet.One<Subnet>(region, id);
        return region.Resources.All<Subnet>().FirstOrDefault(subnet => subnet.DefaultForZone && (zone is null || subnet.Zone.Name == zone))
            ?? throw new AwsException("MissingInput", "No subnets found for the default VPC. Please specify a subnet.");
    }
}
