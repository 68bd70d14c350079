using System.Xml.Linq;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Ec2.Instances;

/// <summary>Instances and how they are.</summary>
internal static class InstanceReadOperations
{
    public static readonly Ec2Operation[] All =
    [
        new("DescribeInstances", Describe),
        new("DescribeInstanceStatus", DescribeStatus),
        new("DescribeInstanceCreditSpecifications", DescribeCredits),
    ];

    private static readonly Filters<Instance> Filters = new()
    {
        ["instance-id"] = instance => [instance.Id],
        ["instance-state-name"] = instance => [instance.State.Name],
        ["instance-state-code"] = instance => [instance.State.Code],
        ["instance-type"] = instance => [instance.Type.Name],
        ["image-id"] = instance => [instance.Image.Id],
        ["vpc-id"] = instance => [instance.Subnet.Vpc.Id],
        ["subnet-id"] = instance => [instance.Subnet.Id],
        ["availability-zone"] = instance => [instance.Subnet.Zone.Name],
        ["architecture"] = instance => [instance.Image.Architecture],
        ["platform"] = instance => [instance.Image.Platform],
        ["platform-details"] = instance => [instance.Image.PlatformDetails],
        ["client-token"] = instance => [instance.Request.Text("ClientToken")],
        ["key-name"] = instance => [instance.Request.Text("KeyName")],
        ["reservation-id"] = instance => [instance.ReservationId],
        ["launch-time"] = instance => [instance.LaunchedAt],
        ["instance.group-id"] = instance => instance.Groups.Select(group => group.Id),
        ["instance.group-name"] = instance => instance.Groups.Select(group => group.Name),
        ["private-ip-address"] = instance => instance.NetworkInterfaces.Select(nic => nic.Address),
        ["block-device-mapping.volume-id"] = instance => instance.Volumes.Select(volume => volume.Id),
        ["network-interface.network-interface-id"] = instance => instance.NetworkInterfaces.Select(nic => nic.Id),
    };

    private static IEnumerable<XElement?> Describe(AwsCall call)
    {
        NotBothIdsAndPages(call);
        var all = Listing.Filter(call, Finding.Instance.Named<Instance>(call, "InstanceId"), Filters);
        var (page, next) = Listing.Page(call, all);
        return
        [
            Xml.Set("reservationSet", page.GroupBy(instance => instance.ReservationId)
                .Select(reservation => InstanceXml.Reservation(call, reservation.Key, reservation))),
            next,
        ];
    }

    private static IEnumerable<XElement?> DescribeStatus(AwsCall call)
    {
        NotBothIdsAndPages(call);
        var everyState = call.Parameters.Flag("IncludeAllInstances") == true;
        var all = Listing.Filter(call, Finding.Instance.Named<Instance>(call, "InstanceId"), Filters)
            .Where(instance => everyState || instance.State == InstanceState.Running);
        var (page, next) = Listing.Page(call, all);
        return [Xml.Set("instanceStatusSet", page.Select(instance => Status(call, instance))), next];
    }

    private static XElement?[] Status(AwsCall call, Instance instance)
    {
        var status = instance.State != InstanceState.Running ? "not-applicable"
            : instance.ChangedAt.AddSeconds(call.Region.Timings.StatusChecksSeconds) > call.Region.Now ? "initializing"
            : "ok";
        return
        [
            Xml.Member("instanceId", instance.Id), Xml.Member("availabilityZone", instance.Subnet.Zone.Name),
            InstanceXml.State("instanceState", instance.State), Xml.Structure("systemStatus", Xml.Member("status", status)),
            Xml.Structure("instanceStatus", Xml.Member("status", status)), Common.Operator(instance),
        ];
    }

    private static IEnumerable<XElement?> DescribeCredits(AwsCall call)
    {
        var named = call.Parameters.Texts("InstanceId");
        var instances = Finding.Instance.Named<Instance>(call, "InstanceId").Where(instance => instance.Type.Burstable || named.Count > 0).ToList();
        if (instances.Find(instance => !instance.Type.Burstable) is { } other)
            throw new AwsException("InvalidInstanceID.NotBurstable", $"The instance '{other.Id}' is not a burstable performance instance.");
        var (page, next) = Listing.Page(call, instances);
        return
        [
            Xml.Set("instanceCreditSpecificationSet", page.Select(instance => new[]
            {
                Xml.Member("instanceId", instance.Id),
                Xml.Member("cpuCredits", instance.Request["CreditSpecification"].Text("CpuCredits") ?? UsualCredits(instance)),
            })),
            next,
        ];
    }

    /// <summary>T2 is standard unless asked otherwise, the later families are unlimited.</summary>
    private static string UsualCredits(Instance instance) => instance.Type.Name.StartsWith("t2.", StringComparison.Ordinal) ? "standard" : "unlimited";

    private static void NotBothIdsAndPages(AwsCall call)
    {
        if (call.Parameters.Items("InstanceId").Count > 0 && call.Parameters.Text("MaxResults") is not null)
            throw AwsException.InvalidCombination("The parameter instancesSet cannot be used with the parameter maxResults");
    }
}
