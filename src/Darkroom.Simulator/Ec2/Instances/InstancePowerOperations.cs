using System.Xml.Linq;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Ec2.Instances;

/// <summary>Instances started, stopped and terminated. All named instances are checked before the first is touched.</summary>
internal static class InstancePowerOperations
{
    public static readonly Ec2Operation[] All =
    [
        new("StartInstances", Start, "InstanceId"), new("StopInstances", Stop, "InstanceId"), new("TerminateInstances", Terminate, "InstanceId"),
    ];

    private static IEnumerable<XElement?> Start(AwsCall call) => Each(call, instance =>
    {
        if (instance.State != InstanceState.Stopped && instance.State != InstanceState.Running && instance.State != InstanceState.Pending)
            throw NotFromHere(instance, "started");
    }, instance =>
    {
        if (instance.State != InstanceState.Stopped)
            return;
        QuotaUse.RequireVcpus(call.Region, instance.Type, instance.IsSpot, 1);
        if (call.Simulation.Capacity.Take(instance.Subnet.Zone.Name, instance.Type.Name, 1, 1) == 0)
            throw new AwsException("InsufficientInstanceCapacity", $"Insufficient {instance.Type.Name} capacity in {instance.Subnet.Zone.Name}.", 500);
        instance.PowerOn(call.Region.Now, call.Region.Timings.PendingSeconds);
    });

    private static IEnumerable<XElement?> Stop(AwsCall call) => Each(call, instance =>
    {
        if (instance.State == InstanceState.Terminated || instance.State == InstanceState.ShuttingDown)
            throw NotFromHere(instance, "stopped");
        if (instance.Request.Flag("DisableApiStop") == true)
            throw NotPermitted(instance, "stopped", "disableApiStop");
    }, instance =>
    {
        if (instance.State == InstanceState.Running || instance.State == InstanceState.Pending)
            instance.StopByUser(call.Region.Now);
    });

    private static IEnumerable<XElement?> Terminate(AwsCall call) => Each(call, instance =>
    {
        if (instance.Request.Flag("DisableApiTermination") == true)
            throw NotPermitted(instance, "terminated", "disableApiTermination");
        // Stop protection keeps from both (EC2 user guide, stop protection).
        if (instance.Request.Flag("DisableApiStop") == true)
            throw NotPermitted(instance, "terminated", "disableApiStop");
        if (instance.Operator is { } principal)
            throw new AwsException("OperationNotPermitted", $"The instance '{instance.Id}' is managed by {principal} and can only be terminated by it.");
    }, instance =>
    {
        if (instance.State != InstanceState.Terminated && instance.State != InstanceState.ShuttingDown)
            instance.TerminateByUser(call.Region.Now);
    });

    private static IEnumerable<XElement?> Each(AwsCall call, Action<Instance> check, Action<Instance> change)
    {
        var instances = call.Parameters.Texts("InstanceId").Distinct().Select(id => Finding.Instance.One<Instance>(call.Region, id)).ToList();
        instances.ForEach(check);
        var items = new List<object>();
        foreach (var instance in instances)
        {
            var before = instance.State;
            change(instance);
            items.Add(new[]
            {
                Xml.Member("instanceId", instance.Id), InstanceXml.State("currentState", instance.State), InstanceXml.State("previousState", before),
            });
        }
        return [Xml.Set("instancesSet", items)];
    }

    private static AwsException NotFromHere(Instance instance, string wanted) => new("IncorrectInstanceState",
        $"The instance '{instance.Id}' is not in a state from which it can be {wanted}.");

    private static AwsException NotPermitted(Instance instance, string wanted, string attribute) => new("OperationNotPermitted",
        $"The instance '{instance.Id}' may not be {wanted}. Modify its '{attribute}' instance attribute and try again.");
}
