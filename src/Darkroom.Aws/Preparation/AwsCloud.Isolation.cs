using Amazon.EC2;
using Amazon.EC2.Model;
using Darkroom.Aws.Errors;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws;

internal sealed partial class AwsCloud
{
    public async Task<string?> FindIsolationGroupAsync(CloudAccess access, string vpcId, CancellationToken ct)
    {
        var groups = await SecurityGroupsAsync(
            access, [AwsFilters.Where("vpc-id", vpcId), AwsFilters.Where("group-name", IsolationGroupName(vpcId))], ct);
        return groups.FirstOrDefault()?.GroupId;
    }

    public async Task<string> CreateIsolationGroupAsync(CloudAccess access, string vpcId, ResourceTags tags, CancellationToken ct)
    {
        var name = IsolationGroupName(vpcId);
        var request = new CreateSecurityGroupRequest
        {
            GroupName = name,
            Description = "Lets nothing in or out: Darkroom's preparation instances",
            VpcId = vpcId,
            TagSpecifications = AwsTags.Specify(AwsTags.From(tags, name), ResourceType.SecurityGroup),
        };
        try
        {
            return (await calls.Ec2Async(access, AwsActions.CreateSecurityGroup, (ec2, cancel) => ec2.CreateSecurityGroupAsync(request, cancel), ct)).GroupId;
        }
        catch (CloudException failure) when (failure.Is("InvalidGroup.Duplicate"))
        {
            throw AwsFailure.NotVisibleYet(failure, "isolation group", name);
        }
    }

    public async Task<int> CloseIsolationGroupAsync(CloudAccess access, string groupId, CancellationToken ct)
    {
        var open = await GroupAsync(access, groupId, ct);
        try
        {
            if (open.IpPermissions is { Count: > 0 } ingress)
            {
                await calls.Ec2Async(
                    access,
                    AwsActions.RevokeSecurityGroupIngress,
                    (ec2, cancel) => ec2.RevokeSecurityGroupIngressAsync(new() { GroupId = groupId, IpPermissions = ingress }, cancel),
                    ct);
            }

            if (open.IpPermissionsEgress is { Count: > 0 } egress)
            {
                await calls.Ec2Async(
                    access,
                    AwsActions.RevokeSecurityGroupEgress,
                    (ec2, cancel) => ec2.RevokeSecurityGroupEgressAsync(new() { GroupId = groupId, IpPermissions = egress }, cancel),
                    ct);
            }
        }
        catch (CloudException failure) when (failure.Is("InvalidPermission.NotFound"))
        {
            // A rule that somebody else revoked in between; what is left is counted below.
        }

        var closed = await GroupAsync(access, groupId, ct);
        return (closed.IpPermissions?.Count ?? 0) + (closed.IpPermissionsEgress?.Count ?? 0);
    }

    public async Task<bool> RemoveIsolationGroupAsync(CloudAccess access, string vpcId, CancellationToken ct) =>
        await FindIsolationGroupAsync(access, vpcId, ct) is not { } groupId || await RemoveGroupAsync(access, groupId, ct);

    private Task<bool> RemoveGroupAsync(CloudAccess access, string groupId, CancellationToken ct) => RemoveAsync(() => calls.Ec2Async(
        access, AwsActions.DeleteSecurityGroup, (ec2, cancel) => ec2.DeleteSecurityGroupAsync(new() { GroupId = groupId }, cancel), ct));

    // Its name carries the VPC, so that a listing over all VPCs can tell them apart.
    private static string IsolationGroupName(string vpcId) => $"Darkroom.IsolationGroup-{vpcId}";

    // By filter: right after its making the group may be missing, which is transient here.
    private async Task<SecurityGroup> GroupAsync(CloudAccess access, string groupId, CancellationToken ct) =>
        (await SecurityGroupsAsync(access, [AwsFilters.Where("group-id", groupId)], ct)).FirstOrDefault()
        ?? throw new CloudException(CloudErrors.NotVisibleYet.With("isolation group", groupId), transient: true);
}
