using System.Xml.Linq;
using Darkroom.Simulator.Ec2.LaunchTemplates;
using Darkroom.Simulator.Ec2.Networks;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Ec2.Instances;

/// <summary>Instances as EC2 shows them. What a launch asked for and nothing here acts on is shown as it was asked.</summary>
internal static class InstanceXml
{
    private static readonly string[] ShownAsAsked =
    [
        "CapacityReservationSpecification", "HibernationOptions", "EnclaveOptions", "PrivateDnsNameOptions", "NetworkPerformanceOptions",
    ];

    public static XElement State(string name, InstanceState state) =>
        Xml.Structure(name, Xml.Member("code", state.Code), Xml.Member("name", state.Name));

    public static IEnumerable<XElement?> Reservation(AwsCall call, string reservationId, IEnumerable<Instance> instances) =>
    [
        Xml.Member("reservationId", reservationId), Xml.Member("ownerId", call.Region.AccountId), Xml.Set("groupSet", []),
        Xml.Set("instancesSet", instances.Select(instance => Members(call, instance))),
    ];

    private static IEnumerable<XElement?> Members(AwsCall call, Instance instance)
    {
        var request = instance.Request;
        var image = instance.Image;
        return
        [
            Xml.Member("instanceId", instance.Id), Xml.Member("imageId", image.Id), State("instanceState", instance.State),
            Xml.Member("privateDnsName", instance.NetworkInterfaces.FirstOrDefault()?.PrivateDnsName ?? ""), Xml.Member("dnsName", ""),
            Xml.Member("reason", instance.TransitionReason), Xml.Member("keyName", request.Text("KeyName")),
            Xml.Member("amiLaunchIndex", instance.LaunchIndex), Xml.Set("productCodes", []), Xml.Member("instanceType", instance.Type.Name),
            Xml.Member("launchTime", instance.LaunchedAt), Placement(instance),
            Xml.Member("platform", image.Platform), Xml.Member("platformDetails", image.PlatformDetails), Xml.Member("usageOperation", image.UsageOperation),
            Xml.Structure("monitoring", Xml.Member("state", request["Monitoring"].Flag("Enabled") == true ? "enabled" : "disabled")),
            Xml.Member("architecture", image.Architecture), Xml.Member("rootDeviceType", "ebs"), Xml.Member("rootDeviceName", image.RootDeviceName),
            Xml.Member("virtualizationType", "hvm"), Xml.Member("hypervisor", "xen"), Xml.Member("enaSupport", true),
            Xml.Member("bootMode", image.BootMode), Xml.Member("currentInstanceBootMode", image.BootMode), Xml.Member("tpmSupport", image.TpmSupport),
            Xml.Member("ebsOptimized", request.Flag("EbsOptimized") ?? false), Xml.Member("clientToken", request.Text("ClientToken") ?? ""),
            StateReason(instance), Profile(call, instance), Metadata(instance), Cpu(instance),
            Xml.Structure("maintenanceOptions", Xml.Member("autoRecovery", request["MaintenanceOptions"].Text("AutoRecovery") ?? "default")),
            .. ShownAsAsked.Where(name => request[name].Exists).Select(name => LaunchShape.Structure(name, request[name])),
            LaunchShape.List("LicenseSpecification", request),
            Xml.Member("instanceLifecycle", request["InstanceMarketOptions"].Text("MarketType")),
            Xml.Set("blockDeviceMapping", instance.Volumes.Select(volume => new[]
            {
                Xml.Member("deviceName", volume.DeviceName),
                Xml.Structure("ebs",
                    Xml.Member("volumeId", volume.Id), Xml.Member("status", "attached"), Xml.Member("attachTime", volume.CreatedAt),
                    Xml.Member("deleteOnTermination", volume.DeleteOnTermination), Common.Operator(volume)),
            })),
            Xml.Set("networkInterfaceSet", instance.NetworkInterfaces.Select(nic =>
                NetworkInterfaceOperations.Members(call, nic).Append(Xml.Structure("attachment", NetworkInterfaceOperations.Attachment(nic))).ToArray())),
            .. Network(instance), Common.Tags(instance), Common.Operator(instance),
        ];
    }

    /// <summary>A terminated instance has no network any more.</summary>
    private static XElement?[] Network(Instance instance) => instance.State == InstanceState.Terminated ? [] :
    [
        Xml.Member("subnetId", instance.Subnet.Id), Xml.Member("vpcId", instance.Subnet.Vpc.Id), Xml.Member("sourceDestCheck", true),
        Xml.Member("privateIpAddress", instance.NetworkInterfaces.FirstOrDefault()?.Address.ToString()),
        Xml.Set("groupSet", instance.Groups.Select(group => new[] { Xml.Member("groupId", group.Id), Xml.Member("groupName", group.Name) })),
    ];

    private static XElement Placement(Instance instance)
    {
        var placement = instance.Request["Placement"].Copy();
        placement.Child("AvailabilityZone").Value = instance.Subnet.Zone.Name;
        placement.Child("AvailabilityZoneId").Value = instance.Subnet.Zone.Id;
        placement.Child("Tenancy").Value = placement.Text("Tenancy") ?? "default";
        placement.Child("GroupName").Value ??= "";
        return LaunchShape.Structure("Placement", placement);
    }

    private static XElement Metadata(Instance instance)
    {
        var asked = instance.Request["MetadataOptions"];
        var sealedImage = instance.Image.ImdsSupport is not null;
        return Xml.Structure("metadataOptions",
            Xml.Member("state", "applied"), Xml.Member("httpTokens", asked.Text("HttpTokens") ?? (sealedImage ? "required" : "optional")),
            Xml.Member("httpPutResponseHopLimit", asked.Number("HttpPutResponseHopLimit") ?? (sealedImage ? 2 : 1)),
            Xml.Member("httpEndpoint", asked.Text("HttpEndpoint") ?? "enabled"), Xml.Member("httpProtocolIpv6", asked.Text("HttpProtocolIpv6") ?? "disabled"),
            Xml.Member("instanceMetadataTags", asked.Text("InstanceMetadataTags") ?? "disabled"));
    }

    private static XElement Cpu(Instance instance)
    {
        var asked = instance.Request["CpuOptions"];
        var threads = asked.Number("ThreadsPerCore") ?? instance.Type.ThreadsPerCore;
        return Xml.Structure("cpuOptions",
            Xml.Member("coreCount", asked.Number("CoreCount") ?? Math.Max(1, instance.Type.Vcpus / instance.Type.ThreadsPerCore)),
            Xml.Member("threadsPerCore", threads), Xml.Member("amdSevSnp", asked.Text("AmdSevSnp")),
            Xml.Member("nestedVirtualization", asked.Text("NestedVirtualization")));
    }

    private static XElement? StateReason(Instance instance) => instance.StateReason is not { } reason ? null : Xml.Structure("stateReason",
        Xml.Member("code", reason.Code), Xml.Member("message", reason.Message));

    private static XElement? Profile(AwsCall call, Instance instance)
    {
        var asked = instance.Request["IamInstanceProfile"];
        var arn = asked.Text("Arn") ?? (asked.Text("Name") is { } name ? $"arn:aws:iam::{call.Region.AccountId}:instance-profile/{name}" : null);
        return arn is null ? null : Xml.Structure("iamInstanceProfile", Xml.Member("arn", arn), Xml.Member("id", "AIPADARKROOMSIMULATOR"));
    }
}
