using System.Xml.Linq;
using Darkroom.Simulator.Ec2.LaunchTemplates;
using Darkroom.Simulator.Ec2.Networks;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Ec2.Instances;

/// <summary>Launches instances.</summary>
internal static class RunInstancesOperation
{
    public static readonly Ec2Operation[] All =
    [
        new("RunInstances", Run, "MinCount", "MaxCount") { Permissions = Permissions, Check = call => LaunchPlan.Check(call.Region, Merged(call)) },
    ];

    private static IEnumerable<string> Permissions(AwsCall call)
    {
        var tags = Ec2Operation.ToTag(call);
        return call.Parameters["IamInstanceProfile"].Exists ? tags.Append("iam:PassRole") : tags;
    }

    private static IEnumerable<XElement?> Run(AwsCall call)
    {
        var least = call.Parameters.Number("MinCount") ?? 0;
        var most = call.Parameters.Number("MaxCount") ?? 0;
        if (least < 1 || most < least)
            throw new AwsException("InvalidParameterValue", "MinCount must be at least 1 and not above MaxCount.");
        var tokens = ClientTokens.Of(call, ZoneNamed(call));
        if (tokens.Earlier() is { } earlier)
            return InstanceXml.Reservation(call, earlier, call.Region.Resources.All<Instance>().Where(instance => instance.ReservationId == earlier));
        var plan = LaunchPlan.Check(call.Region, Merged(call));
        if (most > 1 && plan.Interfaces.Any(planned => planned.Address is not null))
            throw AwsException.InvalidCombination("A private IP address can be given for a single instance only.");
        var launched = new Launcher(call.Region, plan, call.Region.Now).Launch(least, most);
        tokens.Remember(launched[0].ReservationId);
        return InstanceXml.Reservation(call, launched[0].ReservationId, launched);
    }

    private static QueryNode Merged(AwsCall call)
    {
        var named = call.Parameters["LaunchTemplate"];
        if (!named.Exists)
            return call.Parameters;
        var version = LaunchTemplateOperations.Find(call.Region, named).Version(named.Text("Version") ?? "$Default");
        return LaunchMerge.Over(version.Data, call.Parameters);
    }

    /// <summary>The zone that a token counts in, when the request names one by itself or through a subnet.</summary>
    private static string ZoneNamed(AwsCall call)
    {
        var subnetId = call.Parameters.Text("SubnetId") ?? call.Parameters.Items("NetworkInterface").Select(nic => nic.Text("SubnetId")).FirstOrDefault();
        return subnetId is null
            ? call.Parameters["Placement"].Text("AvailabilityZone") ?? ""
            : Finding.Subnet.One<Subnet>(call.Region, subnetId).Zone.Name;
    }
}
