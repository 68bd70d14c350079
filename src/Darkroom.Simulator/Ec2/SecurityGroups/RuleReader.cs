using Darkroom.Simulator.Http;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2.SecurityGroups;

/// <summary>Reads permissions out of a request, as a list or as single parameters; each source or target becomes a rule of its own.</summary>
internal static class RuleReader
{
    public const string AllProtocols = "-1";

    public static IReadOnlyList<SecurityGroupRule> Read(RegionState region, QueryNode parameters)
    {
        var permissions = parameters.Items("IpPermissions");
        var rules = permissions.SelectMany(permission => OfPermission(region, permission)).ToList();
        if (permissions.Count == 0 && parameters.Text("IpProtocol") is not null)
            rules.Add(Rule(region, parameters, new Peer(PeerKind.Ipv4, parameters.Required("CidrIp")), null));
        return rules;
    }

    /// <summary>The rule of a new group: everything out.</summary>
    public static SecurityGroupRule EverythingTo(RegionState region, Peer peer) => new(region.NewId("sgr"), AllProtocols, null, null, peer, null);

    private static IEnumerable<SecurityGroupRule> OfPermission(RegionState region, QueryNode permission)
    {
        foreach (var (list, member, kind) in ((string, string, PeerKind)[])
            [("IpRanges", "CidrIp", PeerKind.Ipv4), ("Ipv6Ranges", "CidrIpv6", PeerKind.Ipv6), ("PrefixListIds", "PrefixListId", PeerKind.PrefixList),
             ("Groups", "GroupId", PeerKind.Group)])
        {
            foreach (var peer in permission.Items(list))
                yield return Rule(region, permission, new Peer(kind, peer.Required(member)), peer.Text("Description"));
        }
    }

    private static SecurityGroupRule Rule(RegionState region, QueryNode permission, Peer peer, string? description)
    {
        var protocol = permission.Required("IpProtocol") switch { "6" => "tcp", "17" => "udp", "1" => "icmp", "all" => AllProtocols, var other => other };
        var all = protocol == AllProtocols;
        return new(region.NewId("sgr"), protocol, all ? null : permission.Number("FromPort"), all ? null : permission.Number("ToPort"), peer, description);
    }
}
