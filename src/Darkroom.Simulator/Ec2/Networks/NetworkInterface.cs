using System.Net;
using Darkroom.Simulator.Ec2.SecurityGroups;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2.Networks;

/// <summary>A network interface. It is made with an instance, and goes with it unless it is to stay.</summary>
internal sealed class NetworkInterface(string id, DateTimeOffset createdAt, Subnet subnet, IPAddress address, IReadOnlyList<SecurityGroup> groups)
    : Resource(id, createdAt)
{
    public override string Kind => "network-interface";

    public override string Status => InstanceId is null ? "available" : "in-use";

    public Subnet Subnet { get; } = subnet;

    public IPAddress Address { get; } = address;

    public IReadOnlyList<SecurityGroup> Groups { get; } = groups;

    /// <summary>The instance it is attached to; null once that is terminated.</summary>
    public required string? InstanceId { get; set; }

    public required string AttachmentId { get; init; }

    public required string MacAddress { get; init; }

    public string? Description { get; init; }

    public string InterfaceType { get; init; } = "interface";

    public int DeviceIndex { get; init; }

    public int NetworkCardIndex { get; init; }

    public bool DeleteOnTermination { get; init; } = true;

    /// <summary>Takes it out of the account; its address is free again.</summary>
    public void Delete(ResourceTable resources)
    {
        Subnet.GiveBack(Address);
        resources.Remove(this);
    }

    public required string Region { get; init; }

    public string PrivateDnsName => $"ip-{Address.ToString().Replace('.', '-')}.{(Region == "us-east-1" ? "ec2" : Region + ".compute")}.internal";
}
