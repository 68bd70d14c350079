using System.Xml.Linq;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Ec2.Instances;

/// <summary>
/// The serial console's text. While an instance runs, only the latest output shows what is fresh; otherwise one sees what was posted after the boot.
/// What was printed last before a stop is posted some time later.
/// </summary>
internal static class ConsoleOperations
{
    public static readonly Ec2Operation[] All = [new("GetConsoleOutput", Get, "InstanceId")];

    private static IEnumerable<XElement?> Get(AwsCall call)
    {
        var instance = Finding.Instance.One<Instance>(call.Region, call.Parameters.Required("InstanceId"));
        var until = Until(call, instance);
        var output = instance.Console.Read(until);
        return
        [
            Xml.Member("instanceId", instance.Id), Xml.Member("timestamp", until),
            output.Length == 0 ? null : Xml.Member("output", Convert.ToBase64String(output)),
        ];
    }

    private static DateTimeOffset Until(AwsCall call, Instance instance)
    {
        var now = call.Region.Now;
        var delay = TimeSpan.FromSeconds(call.Region.Timings.ConsoleDelaySeconds);
        if (instance.State != InstanceState.Running)
            return now - delay;
        if (call.Parameters.Flag("Latest") == true)
            return now;
        return now - delay < instance.ChangedAt ? instance.LaunchedAt : instance.ChangedAt;
    }
}
