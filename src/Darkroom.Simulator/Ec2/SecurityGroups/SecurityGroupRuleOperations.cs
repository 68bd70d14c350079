using System.Xml.Linq;
using Darkroom.Simulator.Http;

namespace Darkroom.Simulator.Ec2.SecurityGroups;

/// <summary>Letting through and no longer letting through.</summary>
internal static class SecurityGroupRuleOperations
{
    public static readonly Ec2Operation[] All =
    [
        new("AuthorizeSecurityGroupIngress", call => Authorize(call, egress: false), "GroupId"),
        new("AuthorizeSecurityGroupEgress", call => Authorize(call, egress: true), "GroupId"),
        new("RevokeSecurityGroupIngress", call => Revoke(call, egress: false), "GroupId"),
        new("RevokeSecurityGroupEgress", call => Revoke(call, egress: true), "GroupId"),
    ];

    private static IEnumerable<XElement?> Authorize(AwsCall call, bool egress)
    {
        var (group, rules) = Target(call, egress);
        var added = RuleReader.Read(call.Region, call.Parameters);
        if (added.Count == 0)
            throw AwsException.MissingParameter("IpPermissions");
        if (added.FirstOrDefault(rule => rules.Exists(rule.SameAs)) is { } same)
            throw new AwsException("InvalidPermission.Duplicate", $"the specified rule \"peer: {same.Peer.Value}\" already exists");
        rules.AddRange(added);
        return [Xml.Member("return", true), RuleXml.Rules("securityGroupRuleSet", group, egress, added)];
    }

    private static IEnumerable<XElement?> Revoke(AwsCall call, bool egress)
    {
        var (group, rules) = Target(call, egress);
        var ids = call.Parameters.Texts("SecurityGroupRuleId");
        if (ids.FirstOrDefault(id => !rules.Exists(rule => rule.Id == id)) is { } unknown)
            throw new AwsException("InvalidSecurityGroupRuleId.NotFound", $"The security group rule ID '{unknown}' does not exist");
        var named = RuleReader.Read(call.Region, call.Parameters);
        var revoked = rules.Where(rule => ids.Contains(rule.Id) || named.Any(rule.SameAs)).ToList();
        var unknownRules = named.Where(rule => !rules.Exists(rule.SameAs)).ToList();
        if (unknownRules.Count > 0 && revoked.Count == 0)
            throw new AwsException("InvalidPermission.NotFound", "The specified rule does not exist in this security group.");
        rules.RemoveAll(revoked.Contains);
        return
        [
            Xml.Member("return", true), RuleXml.Permissions("unknownIpPermissionSet", call.Region.AccountId, unknownRules),
            RuleXml.Rules("revokedSecurityGroupRuleSet", group, egress, revoked),
        ];
    }

    private static (SecurityGroup Group, List<SecurityGroupRule> Rules) Target(AwsCall call, bool egress)
    {
        var group = Finding.SecurityGroup.One<SecurityGroup>(call.Region, call.Parameters.Required("GroupId"));
        return (group, egress ? group.Egress : group.Ingress);
    }
}
