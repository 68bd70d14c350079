using Amazon.EC2.Model;
using Darkroom.Aws.Checks;
using Darkroom.Aws.Errors;
using Darkroom.Aws.Preparation;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws;

internal sealed partial class AwsCloud
{
    private async Task<IEnumerable<Problem>> CheckAccountAsync(CloudAccess access, CancellationToken ct)
    {
        var identity = await IdentifyAsync(access, ct);
        return identity.AccountId == access.AccountId ? [] : [new Problem(CheckErrors.AccountChanged.With(identity.AccountId, access.AccountId))];
    }

    private async Task<IEnumerable<Problem>> CheckZoneAsync(CloudAccess access, string zoneName, CancellationToken ct) =>
        await ListZonesAsync(access, new InventoryQuery(CloudItemKind.AvailabilityZone, Id: zoneName), ct) switch
        {
            [] => [new Problem(LookupErrors.ZoneNotFound.With(AwsActions.DescribeAvailabilityZones))],
            [var zone, ..] when zone.Data.GetValueOrDefault(CloudItemData.State, "available") is not "available" and var state =>
                [new Problem(CheckErrors.ZoneUnavailable.With(zoneName, state))],
            _ => [],
        };

    private IEnumerable<Task<IReadOnlyList<Finding>>> OfferingChecks(
        CloudAccess access, PreparationPlan plan, Task<List<Image>> master, Task<List<InstanceTypeInfo>> type, CancellationToken ct)
    {
        if (plan.InstanceType is not { } size)
        {
            yield break;
        }

        yield return CheckOutcome.OfAsync(CheckNames.ServiceOffering, () => CheckOfferingAsync(access, size, plan.Zone, ct), size);
        yield return CheckOutcome.OfAsync(CheckNames.ServiceOfferingFit, () => CheckFitAsync(plan, master, type), size);
    }

    // Where it isn't there yet, AWS must be willing to make it. Of the permission to do so there is a check of its own.
    private async Task<IEnumerable<Problem>> CheckIsolationGroupAsync(CloudAccess access, string vpcId, Task<CloudException?> creation, CancellationToken ct) =>
        await FindIsolationGroupAsync(access, vpcId, ct) is null && await creation is { IsTransient: false, DeniedAction: null } refused
            ? [new Problem(refused.Error)]
            : [];

    private async Task<IEnumerable<Problem>> CheckOfferingAsync(CloudAccess access, string type, string zone, CancellationToken ct) =>
        (await OfferedTypesAsync(access, zone, type, ct)).Contains(type) ? [] : [new Problem(CheckErrors.TypeNotOffered.With(type, zone))];

    // What can't be read is said by the checks of image and offering themselves.
    private static async Task<IEnumerable<Problem>> CheckFitAsync(PreparationPlan plan, Task<List<Image>> master, Task<List<InstanceTypeInfo>> type)
    {
        try
        {
            return (await master).FirstOrDefault() is { } image && (await type).FirstOrDefault() is { } size ? MasterChecks.OfFit(plan, image, size) : [];
        }
        catch (CloudException failure) when (!failure.IsTransient && failure.DeniedAction is null)
        {
            return [];
        }
    }

    private async Task<IEnumerable<Problem>> CheckSubnetsAsync(
        CloudAccess access, IReadOnlyList<string> subnetIds, string vpcId, string zone, CancellationToken ct)
    {
        var wanted = subnetIds.CountBy(id => id).ToDictionary();
        var found = (await SubnetsAsync(access, [AwsFilters.Where("subnet-id", wanted.Keys)], ct)).ToDictionary(subnet => subnet.SubnetId);
        return [.. wanted.SelectMany(subnet => SubnetProblems(subnet.Key, vpcId, zone, subnet.Value, found.GetValueOrDefault(subnet.Key)))];
    }

    private static IEnumerable<Problem> SubnetProblems(string id, string vpcId, string zone, int nics, Subnet? subnet)
    {
        if (subnet is null)
        {
            yield return new Problem(CheckErrors.SubnetMissing.With(id), Subject: id);
            yield break;
        }

        if (subnet.VpcId != vpcId || subnet.AvailabilityZone != zone)
        {
            yield return new Problem(CheckErrors.SubnetElsewhere.With(id, subnet.VpcId, subnet.AvailabilityZone, vpcId, zone), Subject: id);
        }

        if (subnet.AvailableIpAddressCount < nics)
        {
            yield return new Problem(CheckErrors.SubnetTooFull.With(id, subnet.AvailableIpAddressCount, nics), Subject: id);
        }
    }
}
