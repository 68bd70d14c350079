using System.Xml.Linq;
using Darkroom.Simulator.Http;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2.InstanceTypes;

/// <summary>Instance types and which zones offer them.</summary>
internal static class InstanceTypeOperations
{
    public static readonly Ec2Operation[] All =
    [
        new("DescribeInstanceTypes", Describe),
        new("DescribeInstanceTypeOfferings", DescribeOfferings),
    ];

    private static readonly Filters<InstanceTypeInfo> Filters = new()
    {
        ["instance-type"] = type => [type.Name],
        ["processor-info.supported-architecture"] = type => [type.Architecture],
        ["current-generation"] = type => [type.CurrentGeneration],
        ["bare-metal"] = _ => [false],
        ["burstable-performance-supported"] = type => [type.Burstable],
        ["hibernation-supported"] = type => [type.HibernationSupported],
        ["memory-info.size-in-mib"] = type => [type.MemoryMiB],
        ["vcpu-info.default-vcpus"] = type => [type.Vcpus],
        ["supported-root-device-type"] = _ => ["ebs"],
        ["supported-usage-class"] = _ => ["on-demand", "spot"],
        ["supported-virtualization-type"] = _ => ["hvm"],
    };

    private static readonly Filters<(string Type, string Location)> OfferingFilters = new()
    {
        ["instance-type"] = offering => [offering.Type],
        ["location"] = offering => [offering.Location],
    };

    private static IEnumerable<XElement?> Describe(AwsCall call)
    {
        var names = call.Parameters.Texts("InstanceType");
        var known = call.Region.Info.InstanceTypes;
        var unknown = names.Where(name => !known.Any(type => type.Name == name)).ToList();
        if (unknown.Count > 0)
            throw new AwsException("InvalidInstanceType", $"The following supplied instance types do not exist: [{string.Join(", ", unknown)}]");
        if (names.Count > 0 && call.Parameters.Text("MaxResults") is not null)
            throw AwsException.InvalidCombination("The parameter MaxResults cannot be used with the parameter InstanceTypes in the same request.");
        var chosen = known.Where(type => names.Count == 0 || names.Contains(type.Name));
        var (page, next) = Listing.Page(call, Listing.Filter(call, chosen, Filters), 5, 100);
        return [Xml.Set("instanceTypeSet", page.Select(Members)), next];
    }

    private static IEnumerable<XElement?> DescribeOfferings(AwsCall call)
    {
        var locationType = call.Parameters.Text("LocationType") ?? "region";
        var region = call.Region.Info;
        IEnumerable<(string Type, string Location)> all = locationType switch
        {
            "region" => region.InstanceTypes.Select(type => (type.Name, region.Name)),
            "availability-zone" => Zonal(region, zone => zone.Name),
            "availability-zone-id" => Zonal(region, zone => zone.Id),
            _ => throw AwsException.InvalidValue("LocationType", locationType),
        };
        var (page, next) = Listing.Page(call, Listing.Filter(call, all, OfferingFilters));
        return
        [
            Xml.Set("instanceTypeOfferingSet", page.Select(offering => new[]
            {
                Xml.Member("instanceType", offering.Type), Xml.Member("locationType", locationType), Xml.Member("location", offering.Location),
            })),
            next,
        ];
    }

    private static IEnumerable<(string Type, string Location)> Zonal(RegionInfo region, Func<ZoneInfo, string> location) =>
        region.InstanceTypes.SelectMany(type => region.Zones.Where(zone => type.OfferedIn(zone.Name)).Select(zone => (type.Name, location(zone))));

    private static XElement?[] Members(InstanceTypeInfo type) =>
    [
        Xml.Member("instanceType", type.Name), Xml.Member("currentGeneration", type.CurrentGeneration), Xml.Member("freeTierEligible", false),
        Xml.Set("supportedUsageClasses", ["on-demand", "spot"]), Xml.Set("supportedRootDeviceTypes", ["ebs"]),
        Xml.Set("supportedVirtualizationTypes", ["hvm"]), Xml.Member("bareMetal", false), Xml.Member("hypervisor", "nitro"),
        Xml.Structure("processorInfo", Xml.Set("supportedArchitectures", [type.Architecture]), Xml.Member("sustainedClockSpeedInGhz", 3.1)),
        Xml.Structure("vCpuInfo",
            Xml.Member("defaultVCpus", type.Vcpus), Xml.Member("defaultCores", Math.Max(1, type.Vcpus / type.ThreadsPerCore)),
            Xml.Member("defaultThreadsPerCore", type.ThreadsPerCore)),
        Xml.Structure("memoryInfo", Xml.Member("sizeInMiB", type.MemoryMiB)), Xml.Member("instanceStorageSupported", false),
        Xml.Structure("ebsInfo",
            Xml.Member("ebsOptimizedSupport", "default"), Xml.Member("encryptionSupport", "supported"), Xml.Member("nvmeSupport", "required")),
        Xml.Structure("networkInfo",
            Xml.Member("networkPerformance", type.NetworkPerformance), Xml.Member("maximumNetworkInterfaces", type.MaximumNetworkInterfaces),
            Xml.Member("maximumNetworkCards", 1), Xml.Member("ipv6Supported", true), Xml.Member("enaSupport", "required")),
        Xml.Member("hibernationSupported", type.HibernationSupported), Xml.Member("burstablePerformanceSupported", type.Burstable),
        Xml.Member("dedicatedHostsSupported", !type.Burstable), Xml.Member("autoRecoverySupported", true),
        Xml.Set("supportedBootModes", ["legacy-bios", "uefi"]),
    ];
}
