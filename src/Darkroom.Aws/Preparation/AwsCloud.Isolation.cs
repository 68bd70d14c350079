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
        return groups.FirstOrDefault() is { } group ? Ours(group).GroupId : null;
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
            var answer = await calls.Ec2Async(access, AwsActions.CreateSecurityGroup, (ec2, cancel) => ec2.CreateSecurityGroupAsync(request, cancel), ct);
            return AwsFailure.Answered(answer.GroupId, AwsActions.CreateSecurityGroup);
        }
        catch (CloudException failure) when (failure.Is("InvalidGroup.Duplicate"))
        {
            throw AwsFailure.NotVisibleYet(failure, "isolation group", name);
        }
    }

    public async Task<int> CloseIsolationGroupAsync(CloudAccess access, string groupId, CancellationToken ct)
    {
        var open = await GroupAsync(access, groupId, ct);
        if (open.IpPermissions is { Count: > 0 } ingress)
        {
            await RevokeAsync(() => calls.Ec2Async(
                access,
                AwsActions.RevokeSecurityGroupIngress,
                (ec2, cancel) => ec2.RevokeSecurityGroupIngressAsync(new() { GroupId = groupId, IpPermissions = ingress }, cancel),
                ct));
        }

        if (open.IpPermissionsEgress is { Count: > 0 } egress)
        {
            await RevokeAsync(() => calls.Ec2Async(
                access,
                AwsActions.RevokeSecurityGroupEgress,
                (ec2, cancel) => ec2.RevokeSecurityGroupEgressAsync(new() { GroupId = groupId, IpPermissions = egress }, cancel),
                ct));
        }

        var closed = await GroupAsync(access, groupId, ct);
        return (closed.IpPermissions?.Count ?? 0) + (closed.IpPermissionsEgress?.Count ?? 0);
    }

    public async Task<bool> RemoveIsolationGroupAsync(CloudAccess access, string vpcId, CancellationToken ct) =>
        await FindIsolationGroupAsync(access, vpcId, ct) is not { } groupId || await RemoveGroupAsync(access, groupId, ct);

    // Of two preparations that close the group at once, each must go on with what the other hasn't revoked.
    private static async Task RevokeAsync(Func<Task> revoke)
    {
        try
        {
            await revoke();
        }
        catch (CloudException failure) when (failure.Is("InvalidPermission.NotFound"))
        {
            // A rule that somebody else revoked in between; what is left is counted afterwards.
        }
    }

    private Task<bool> RemoveGroupAsync(CloudAccess access, string groupId, CancellationToken ct) => RemoveAsync(() => calls.Ec2Async(
        access, AwsActions.DeleteSecurityGroup, (ec2, cancel) => ec2.DeleteSecurityGroupAsync(new() { GroupId = groupId }, cancel), ct));

    // Its name carries the VPC, so that a listing over all VPCs can tell them apart.
    private static string IsolationGroupName(string vpcId) => $"Darkroom.IsolationGroup-{vpcId}";

    // By filter: right after its making the group may be missing, which is transient here.
    private async Task<SecurityGroup> GroupAsync(CloudAccess access, string groupId, CancellationToken ct) => Ours(
        (await SecurityGroupsAsync(access, [AwsFilters.Where("group-id", groupId)], ct)).FirstOrDefault()
        ?? throw new CloudException(CloudErrors.NotVisibleYet.With("isolation group", groupId), transient: true));

    // A name proves nothing: whoever made the group may rely on its rules. Ours has its tags from the call that made it.
    private static SecurityGroup Ours(SecurityGroup group) =>
        (group.Tags ?? []).Exists(tag => tag.Key == ResourceTags.OperationTag)
            ? group
            : throw new CloudException(
                StateErrors.IsolationGroupForeign.With(group.GroupId, group.GroupName, group.VpcId, ResourceTags.OperationTag), transient: false);
}
