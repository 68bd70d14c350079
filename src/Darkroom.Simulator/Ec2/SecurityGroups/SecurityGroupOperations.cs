using System.Xml.Linq;
using Darkroom.Simulator.Ec2.Networks;
using Darkroom.Simulator.Ec2.Tags;
using Darkroom.Simulator.Http;
using Darkroom.Simulator.ServiceQuotas;
using Darkroom.Simulator.State;

namespace Darkroom.Simulator.Ec2.SecurityGroups;

/// <summary>Security groups themselves; <see cref="SecurityGroupRuleOperations"/> changes what they let through.</summary>
internal static class SecurityGroupOperations
{
    public static readonly Ec2Operation[] All =
    [
        new("DescribeSecurityGroups", Describe),
        new("CreateSecurityGroup", Create, "GroupName", "GroupDescription") { Permissions = Ec2Operation.ToTag },
        new("DeleteSecurityGroup", Delete),
    ];

    private static readonly Filters<SecurityGroup> Filters = new()
    {
        ["group-id"] = group => [group.Id],
        ["group-name"] = group => [group.Name],
        ["description"] = group => [group.Description],
        ["vpc-id"] = group => [group.Vpc.Id],
    };

    /// <summary>Makes a group as AWS does: nothing in, everything out.</summary>
    public static SecurityGroup New(RegionState region, Vpc vpc, string name, string description, DateTimeOffset at, string? id = null)
    {
        var group = new SecurityGroup(id ?? region.NewId("sg"), at, vpc, name, description);
        group.Egress.Add(RuleReader.EverythingTo(region, new Peer(PeerKind.Ipv4, "0.0.0.0/0")));
        return region.Resources.Add(group);
    }

    private static IEnumerable<XElement?> Describe(AwsCall call)
    {
        var names = call.Parameters.Texts("GroupName");
        var all = Finding.SecurityGroup.Named<SecurityGroup>(call, "GroupId").Where(group => names.Count == 0 || names.Contains(group.Name));
        var (page, next) = Listing.Page(call, Listing.Filter(call, all, Filters));
        return [Xml.Set("securityGroupInfo", page.Select(group => Members(call, group))), next];
    }

    private static IEnumerable<XElement?> Create(AwsCall call)
    {
        var name = call.Parameters.Required("GroupName");
        if (name.StartsWith("sg-", StringComparison.Ordinal) || name.Length > 255)
            throw new AwsException("InvalidParameterValue", $"Value ({name}) for parameter GroupName is invalid. Group names may not be in the format sg-*.");
        var vpc = call.Parameters.Text("VpcId") is { } id
            ? Finding.Vpc.One<Vpc>(call.Region, id)
            : call.Region.Resources.All<Vpc>().FirstOrDefault(vpc => vpc.IsDefault)
                ?? throw new AwsException("VPCIdNotSpecified", "No default VPC for this user");
        if (call.Region.Resources.All<SecurityGroup>().Any(group => group.Vpc == vpc && group.Name == name))
            throw new AwsException("InvalidGroup.Duplicate", $"The security group '{name}' already exists for VPC '{vpc.Id}'");
        QuotaUse.Require(call.Region, PublishedQuotas.SecurityGroups, 1, "SecurityGroupLimitExceeded", "The maximum number of security groups has been reached.");
        var tags = TagSpecifications.Read(call.Parameters, "security-group");
        var group = New(call.Region, vpc, name, call.Parameters.Required("GroupDescription"), call.Region.Now);
        tags.Apply(group);
        return
        [
            Xml.Member("groupId", group.Id), Xml.Member("securityGroupArn", call.Region.Arn("security-group/" + group.Id)), Common.Tags(group),
        ];
    }

    private static IEnumerable<XElement?> Delete(AwsCall call)
    {
        var group = Finding.SecurityGroup.One<SecurityGroup>(call.Region, call.Parameters.Required("GroupId"));
        if (group.Name == SecurityGroup.DefaultName)
            throw new AwsException("CannotDelete", $"the specified group: \"{group.Id}\" name: \"default\" cannot be deleted by a user");
        if (IsUsed(call.Region, group))
            throw new AwsException("DependencyViolation", $"resource {group.Id} has a dependent object");
        call.Region.Resources.Remove(group);
        return [Xml.Member("return", true), Xml.Member("groupId", group.Id)];
    }

    private static bool IsUsed(RegionState region, SecurityGroup group) =>
        region.Resources.All<NetworkInterface>().Any(nic => nic.Groups.Contains(group))
        || region.Resources.All<SecurityGroup>().Any(other => other != group
            && other.Ingress.Concat(other.Egress).Any(rule => rule.Peer == new Peer(PeerKind.Group, group.Id)));

    private static XElement?[] Members(AwsCall call, SecurityGroup group) =>
    [
        Xml.Member("groupId", group.Id), Xml.Member("groupName", group.Name), Xml.Member("groupDescription", group.Description),
        Xml.Member("vpcId", group.Vpc.Id), Xml.Member("ownerId", call.Region.AccountId),
        Xml.Member("securityGroupArn", call.Region.Arn("security-group/" + group.Id)),
        RuleXml.Permissions("ipPermissions", call.Region.AccountId, group.Ingress),
        RuleXml.Permissions("ipPermissionsEgress", call.Region.AccountId, group.Egress), Common.Tags(group),
    ];
}
