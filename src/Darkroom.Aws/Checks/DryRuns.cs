using Amazon.EC2;
using Amazon.EC2.Model;
using Darkroom.Aws.Preparation;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws.Checks;

/// <summary>A call that AWS only judges and doesn't carry out.</summary>
/// <param name="Names">The real things it names, on which AWS's verdict depends; empty when it names something that doesn't exist.</param>
internal sealed record DryRun(string Action, Func<IAmazonEC2, CancellationToken, Task<object>> Call, string Names = "")
{
    public bool NamesNothing => Names.Length == 0;

    /// <summary>What is allowed when AWS would have carried it out.</summary>
    public IReadOnlyList<string> Proves { get; init; } = [Action];
}

/// <summary>
/// The calls that a preparation has yet to make, asked of AWS itself. Two name what really exists. The others act on
/// what a preparation has yet to make and name an id of zeros, never a living thing: a stand-in that ignored DryRun
/// would otherwise do it. AWS judges the permission by the action before it looks for such an id in all that was seen;
/// that this holds for each of them is inference, so only a refusal counts, and "not found" is no finding.
/// </summary>
internal static class DryRuns
{
    private const string NoInstance = "i-00000000000000000";
    private const string NoImage = "ami-00000000000000000";
    private const string NoSnapshot = "snap-00000000000000000";
    private const string NoGroup = "sg-00000000000000000";

    public static IEnumerable<DryRun> Of(PreparationPlan plan) =>
    [
        .. LaunchOf(plan),
        new(
            AwsActions.CreateSecurityGroup,
            async (ec2, ct) => await ec2.CreateSecurityGroupAsync(
                new() { DryRun = true, GroupName = "Darkroom.DryRun", Description = "Permission check", VpcId = plan.VpcId }, ct),
            plan.VpcId),
        new(
            AwsActions.RevokeSecurityGroupEgress,
            async (ec2, ct) => await ec2.RevokeSecurityGroupEgressAsync(new() { DryRun = true, GroupId = NoGroup, IpPermissions = [Everything] }, ct)),
        new(
            AwsActions.RevokeSecurityGroupIngress,
            async (ec2, ct) => await ec2.RevokeSecurityGroupIngressAsync(new() { DryRun = true, GroupId = NoGroup, IpPermissions = [Everything] }, ct)),
        new(
            AwsActions.GetConsoleOutput,
            async (ec2, ct) => await ec2.GetConsoleOutputAsync(new() { DryRun = true, InstanceId = NoInstance }, ct)),
        new(
            AwsActions.CreateImage,
            async (ec2, ct) => await ec2.CreateImageAsync(new() { DryRun = true, InstanceId = NoInstance, Name = "Darkroom.DryRun", NoReboot = true }, ct)),
        new(
            AwsActions.ModifyImageAttribute,
            async (ec2, ct) => await ec2.ModifyImageAttributeAsync(
                new() { DryRun = true, ImageId = NoImage, Attribute = "imdsSupport", ImdsSupport = "v2.0" }, ct)),
        new(
            AwsActions.CreateTags,
            async (ec2, ct) => await ec2.CreateTagsAsync(
                new() { DryRun = true, Resources = [NoImage], Tags = [new Tag(ResourceTags.ReferenceTag, "dry-run")] }, ct)),
        new(
            AwsActions.TerminateInstances,
            async (ec2, ct) => await ec2.TerminateInstancesAsync(new() { DryRun = true, InstanceIds = [NoInstance] }, ct)),
        new(
            AwsActions.DeregisterImage,
            async (ec2, ct) => await ec2.DeregisterImageAsync(new() { DryRun = true, ImageId = NoImage }, ct)),
        new(
            AwsActions.DeleteSnapshot,
            async (ec2, ct) => await ec2.DeleteSnapshotAsync(new() { DryRun = true, SnapshotId = NoSnapshot }, ct)),
        new(
            AwsActions.DescribeInstances,
            async (ec2, ct) => await ec2.DescribeInstancesAsync(new() { DryRun = true, Filters = [AwsFilters.Where("instance-id", NoInstance)] }, ct)),
        new(
            AwsActions.DescribeSnapshots,
            async (ec2, ct) => await ec2.DescribeSnapshotsAsync(new() { DryRun = true, OwnerIds = ["self"], Filters = [AwsFilters.Where("snapshot-id", NoSnapshot)] }, ct)),
    ];

    private static IpPermission Everything => new() { IpProtocol = "-1", Ipv4Ranges = [new IpRange { CidrIp = "0.0.0.0/0" }] };

    // What isn't known can't be launched; one without a subnet would name the default one, which isn't meant.
    private static IEnumerable<DryRun> LaunchOf(PreparationPlan plan)
    {
        if (plan is not { Profile: { } profile, InstanceType: { } type, SubnetIds: [var subnet, ..] })
        {
            yield break;
        }

        var request = new RunInstancesRequest
        {
            DryRun = true,
            ImageId = plan.MasterImageId,
            InstanceType = type,
            MinCount = 1,
            MaxCount = 1,
            SubnetId = subnet,
            IamInstanceProfile = PreparationRequest.RoleOf(profile.InstanceProfile),
            TagSpecifications = [new TagSpecification { ResourceType = ResourceType.Instance, Tags = [new Tag(ResourceTags.ReferenceTag, "dry-run")] }],
        };
        yield return new DryRun(
            AwsActions.RunInstances,
            async (ec2, ct) => await ec2.RunInstancesAsync(request, ct),
            $"{plan.MasterImageId} {type} {subnet} {profile.InstanceProfile}")
        {
            Proves = profile.InstanceProfile is null ? [AwsActions.RunInstances] : [AwsActions.RunInstances, ActionsOnTheWay.PassRole],
        };
    }
}
