using Amazon.EC2.Model;
using Darkroom.Aws.Checks;
using Darkroom.Aws.Errors;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws;

internal sealed partial class AwsCloud
{
    /// <remarks>An image, its snapshots, keys and security groups belong to the Region; types, subnets, hosts and reservations to a zone (EC2 user guide).</remarks>
    public async Task<IReadOnlyList<Finding>> CheckSharingAsync(CloudAccess access, SharingPlan plan, CancellationToken ct)
    {
        var permissions = new PermissionTable();
        var watched = access.Telling(permissions.Called);
        var image = PreparedImageAsync(watched, plan.ImageId, ct);
        var snapshots = SnapshotsAsync(watched, plan.SnapshotIds, Self, ct);
        var looked = await Task.WhenAll(
        [
            CheckOutcome.OfAsync(CheckNames.AvailabilityZone, () => CheckZoneAsync(watched, plan.Zone, ct), plan.Zone),
            CheckOutcome.OfAsync(CheckNames.Image, async () => PreparedChecks.OfImage(plan.ImageId, await image, access.AccountId), plan.ImageId),
            CheckOutcome.OfAsync(CheckNames.Snapshots, async () => PreparedChecks.OfSnapshots(plan.SnapshotIds, await snapshots)),
            CheckSnapshotKeysAsync(watched, snapshots, ct),
            CheckOutcome.OfAsync(CheckNames.ServiceOffering, () => CheckOfferingAsync(watched, plan.InstanceType, plan.Zone, ct), plan.InstanceType),
            CheckOutcome.OfAsync(CheckNames.Subnets, () => CheckSubnetsAsync(watched, plan.SubnetIds, plan.VpcId, plan.Zone, ct)),
            CheckOutcome.OfAsync(CheckNames.SecurityGroups, () => CheckSecurityGroupsAsync(watched, plan, ct)),
            CheckOutcome.OfAsync(CheckNames.ZonalHardware, () => Task.FromResult(PreparedChecks.OfHardware(plan))),
            CheckOutcome.OfAsync(CheckNames.ServiceLinkedRole, () => CheckServiceLinkedRoleAsync(access, ct), ServiceLinkedRole, optional: true),
        ]);
        var simulation = await SimulatePolicyAsync(access, permissions, ct);
        return [.. looked.SelectMany(found => found), .. simulation, .. permissions.Findings()];
    }

    private async Task<Image?> PreparedImageAsync(CloudAccess access, string imageId, CancellationToken ct)
    {
        try
        {
            return (await ImagesByIdAsync(access, imageId, ct)).FirstOrDefault();
        }
        catch (CloudException failure) when (failure.Is("InvalidAMIID.NotFound", "InvalidAMIID.Unavailable"))
        {
            return null;
        }
    }

    // By a filter: naming one that is gone would hide the others behind an error.
    private Task<List<Snapshot>> SnapshotsAsync(CloudAccess access, IReadOnlyList<string> ids, string? owner, CancellationToken ct) =>
        ids.Count == 0 ? Task.FromResult<List<Snapshot>>([]) : ListSnapshotsAsync(access, [AwsFilters.Where("snapshot-id", ids)], owner, ct);

    private async Task<IEnumerable<Problem>> CheckSecurityGroupsAsync(CloudAccess access, SharingPlan plan, CancellationToken ct)
    {
        string[] wanted = [.. plan.Profile.SecurityGroupIds.Concat(plan.Profile.Nics.SelectMany(nic => nic.SecurityGroupIds)).Distinct()];
        var found = wanted.Length == 0 ? [] : (await SecurityGroupsAsync(access, [AwsFilters.Where("group-id", wanted)], ct)).ToDictionary(group => group.GroupId);
        return wanted.Select(id => found.GetValueOrDefault(id) switch
        {
            null => new Problem(SharingCheckErrors.SecurityGroupMissing.With(id), Subject: id),
            var group when group.VpcId != plan.VpcId => new Problem(SharingCheckErrors.SecurityGroupElsewhere.With(id, group.VpcId, plan.VpcId), Subject: id),
            _ => null,
        }).OfType<Problem>();
    }
}
