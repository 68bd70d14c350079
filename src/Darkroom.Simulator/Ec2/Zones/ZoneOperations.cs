using System.Xml.Linq;
using Darkroom.Simulator.Http;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2.Zones;

/// <summary>Regions and availability zones.</summary>
internal static class ZoneOperations
{
    public static readonly Ec2Operation[] All =
    [
        new("DescribeRegions", DescribeRegions),
        new("DescribeAvailabilityZones", DescribeAvailabilityZones),
    ];

    private static readonly Filters<RegionInfo> RegionFilters = new()
    {
        ["region-name"] = region => [region.Name],
        ["endpoint"] = region => [Endpoint(region)],
        ["opt-in-status"] = _ => ["opt-in-not-required"],
    };

    private static IEnumerable<XElement?> DescribeRegions(AwsCall call)
    {
        var names = call.Parameters.Texts("RegionName");
        var regions = call.Simulation.Regions.Where(region => call.Account.Regions.ContainsKey(region.Name)).ToList();
        if (names.FirstOrDefault(name => !regions.Exists(region => region.Name == name)) is { } unknown)
            throw AwsException.InvalidValue("RegionName", unknown);
        var chosen = Listing.Filter(call, regions.Where(region => names.Count == 0 || names.Contains(region.Name)), RegionFilters);
        return
        [
            Xml.Set("regionInfo", chosen.Select(region => new[]
            {
                Xml.Member("regionName", region.Name), Xml.Member("regionEndpoint", Endpoint(region)), Xml.Member("optInStatus", "opt-in-not-required"),
            })),
        ];
    }

    private static IEnumerable<XElement?> DescribeAvailabilityZones(AwsCall call)
    {
        var region = call.Region.Info;
        var filters = new Filters<ZoneInfo>
        {
            ["zone-name"] = zone => [zone.Name],
            ["zone-id"] = zone => [zone.Id],
            ["region-name"] = _ => [region.Name],
            ["state"] = _ => ["available"],
            ["zone-type"] = _ => ["availability-zone"],
            ["opt-in-status"] = _ => ["opt-in-not-required"],
        };
        var names = call.Parameters.Texts("ZoneName");
        var ids = call.Parameters.Texts("ZoneId");
        if (names.FirstOrDefault(name => !region.Zones.Any(zone => zone.Name == name)) is { } unknown)
            throw new AwsException("InvalidParameterValue", $"Invalid availability zone: [{unknown}]");
        var zones = region.Zones.Where(zone =>
            (names.Count == 0 || names.Contains(zone.Name)) && (ids.Count == 0 || ids.Contains(zone.Id)));
        return [Xml.Set("availabilityZoneInfo", Listing.Filter(call, zones, filters).Select(zone => Members(region, zone)))];
    }

    private static XElement?[] Members(RegionInfo region, ZoneInfo zone) =>
    [
        Xml.Member("zoneName", zone.Name), Xml.Member("zoneId", zone.Id), Xml.Member("zoneState", "available"), Xml.Member("regionName", region.Name),
        Xml.Member("zoneType", "availability-zone"), Xml.Member("optInStatus", "opt-in-not-required"), Xml.Member("groupName", region.Name + "-zg-1"),
        Xml.Member("networkBorderGroup", region.Name), Xml.Set("messageSet", []),
    ];

    private static string Endpoint(RegionInfo region) => $"ec2.{region.Name}.amazonaws.com";
}
