using Darkroom.Simulator.Ec2.Networks;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2.SecurityGroups;

/// <summary>A security group. A new one lets nothing in and everything out.</summary>
internal sealed class SecurityGroup(string id, DateTimeOffset createdAt, Vpc vpc, string name, string description) : Resource(id, createdAt)
{
    public const string DefaultName = "default";

    public override string Kind => "security-group";

    public override string Status => "available";

    public Vpc Vpc { get; } = vpc;

    public string Name { get; } = name;

    public string Description { get; } = description;

    public List<SecurityGroupRule> Ingress { get; } = [];

    public List<SecurityGroupRule> Egress { get; } = [];
}

/// <summary>One source or target of one permission.</summary>
/// <param name="Id">The rule's own id, <c>sgr-…</c>.</param>
/// <param name="Protocol"><c>tcp</c>, <c>udp</c>, <c>icmp</c>, a number, or <c>-1</c> for all.</param>
/// <param name="Peer">Where it leads to.</param>
internal sealed record SecurityGroupRule(string Id, string Protocol, int? FromPort, int? ToPort, Peer Peer, string? Description)
{
    /// <summary>Whether two rules allow the same; ids and descriptions don't count.</summary>
    public bool SameAs(SecurityGroupRule other) =>
        (Protocol, FromPort, ToPort, Peer) == (other.Protocol, other.FromPort, other.ToPort, other.Peer);
}

/// <summary>A rule's other end: an address range, a prefix list or a group.</summary>
internal sealed record Peer(PeerKind Kind, string Value);

internal enum PeerKind
{
    Ipv4,
    Ipv6,
    PrefixList,
    Group,
}
