using System.Xml.Linq;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Ec2.SecurityGroups;

/// <summary>Rules as EC2 shows them: gathered into permissions in a group, one by one in the answers that change them.</summary>
internal static class RuleXml
{
    public static XElement Permissions(string name, string accountId, IEnumerable<SecurityGroupRule> rules) =>
        Xml.Set(name, rules.GroupBy(rule => (rule.Protocol, rule.FromPort, rule.ToPort)).Select(group => new[]
        {
            Xml.Member("ipProtocol", group.Key.Protocol), Xml.Member("fromPort", group.Key.FromPort), Xml.Member("toPort", group.Key.ToPort),
            Xml.Set("groups", Of(group, PeerKind.Group, rule => [Xml.Member("groupId", rule.Peer.Value), Xml.Member("userId", accountId)])),
            Xml.Set("ipRanges", Of(group, PeerKind.Ipv4, rule => [Xml.Member("cidrIp", rule.Peer.Value)])),
            Xml.Set("ipv6Ranges", Of(group, PeerKind.Ipv6, rule => [Xml.Member("cidrIpv6", rule.Peer.Value)])),
            Xml.Set("prefixListIds", Of(group, PeerKind.PrefixList, rule => [Xml.Member("prefixListId", rule.Peer.Value)])),
        }));

    public static XElement Rules(string name, SecurityGroup group, bool egress, IEnumerable<SecurityGroupRule> rules) =>
        Xml.Set(name, rules.Select(rule => new[]
        {
            Xml.Member("securityGroupRuleId", rule.Id), Xml.Member("groupId", group.Id), Xml.Member("isEgress", egress),
            Xml.Member("ipProtocol", rule.Protocol), Xml.Member("fromPort", rule.FromPort ?? -1), Xml.Member("toPort", rule.ToPort ?? -1),
            Xml.Member(rule.Peer.Kind switch
            {
                PeerKind.Ipv4 => "cidrIpv4",
                PeerKind.Ipv6 => "cidrIpv6",
                PeerKind.PrefixList => "prefixListId",
                _ => "referencedGroupId",
            }, rule.Peer.Value),
        }));

    private static IEnumerable<object> Of(IEnumerable<SecurityGroupRule> rules, PeerKind kind, Func<SecurityGroupRule, XElement?[]> members) =>
        rules.Where(rule => rule.Peer.Kind == kind).Select(rule => members(rule).Append(Xml.Member("description", rule.Description)).ToArray());
}
