using System.Xml.Linq;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Ec2.Instances;

/// <summary>Single attributes, some of which no other call shows.</summary>
internal static class InstanceAttributeOperations
{
    public static readonly Ec2Operation[] All = [new("DescribeInstanceAttribute", Describe, "InstanceId", "Attribute")];

    private static IEnumerable<XElement?> Describe(AwsCall call)
    {
        var instance = Finding.Instance.One<Instance>(call.Region, call.Parameters.Required("InstanceId"));
        if (!call.Region.Sees(instance))
            throw Finding.Instance.NotFound(instance.Id);
        return [Xml.Member("instanceId", instance.Id), Attribute(instance, call.Parameters.Required("Attribute"))];
    }

    private static XElement Attribute(Instance instance, string name)
    {
        var request = instance.Request;
        return name switch
        {
            "userData" => Value(name, request.Text("UserData")),
            "disableApiStop" => Value(name, request.Flag("DisableApiStop") ?? false),
            "disableApiTermination" => Value(name, request.Flag("DisableApiTermination") ?? false),
            "instanceInitiatedShutdownBehavior" => Value(name, request.Text("InstanceInitiatedShutdownBehavior") ?? "stop"),
            "instanceType" => Value(name, instance.Type.Name),
            "ebsOptimized" => Value(name, request.Flag("EbsOptimized") ?? false),
            "enaSupport" => Value(name, true),
            "sourceDestCheck" => Value(name, true),
            "rootDeviceName" => Value(name, instance.Image.RootDeviceName),
            "kernel" => Value(name, request.Text("KernelId")),
            "ramdisk" => Value(name, request.Text("RamdiskId")),
            "enclaveOptions" => Xml.Structure(name, Xml.Member("enabled", request["EnclaveOptions"].Flag("Enabled") ?? false)),
            "groupSet" => Xml.Set(name, instance.Groups.Select(group => new[] { Xml.Member("groupId", group.Id), Xml.Member("groupName", group.Name) })),
            _ => throw AwsException.InvalidValue("attribute", name),
        };
    }

    private static XElement Value(string name, object? value) => Xml.Structure(name, Xml.Member("value", value));
}
