using System.Net;
using Darkroom.Simulator.Ec2.SecurityGroups;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2.Networks;

/// <summary>A network interface of an instance; it goes with the instance.</summary>
internal sealed class NetworkInterface(string id, DateTimeOffset createdAt, Subnet subnet, IPAddress address, IReadOnlyList<SecurityGroup> groups)
    : Resource(id, createdAt)
{
    public override string Kind => "network-interface";

    public override string Status => "in-use";

    public Subnet Subnet { get; } = subnet;

    public IPAddress Address { get; } = address;

    public IReadOnlyList<SecurityGroup> Groups { get; } = groups;

    public required string InstanceId { get; init; }

    public required string AttachmentId { get; init; }

    public required string MacAddress { get; init; }

    public string? Description { get; init; }

    public string InterfaceType { get; init; } = "interface";

    public int DeviceIndex { get; init; }

    public int NetworkCardIndex { get; init; }

    public bool DeleteOnTermination { get; init; } = true;

    public string PrivateDnsName => $"ip-{Address.ToString().Replace('.', '-')}.ec2.internal";
}
