using Amazon.EC2.Model;
using Darkroom.Aws.Errors;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws;

internal sealed partial class AwsCloud
{
    /// <summary>The account that asks, where EC2 takes an owner.</summary>
    private const string Self = "self";

    private static Filter OwnedOnly => AwsFilters.Where("tag-key", ResourceTags.OperationTag);

    public async Task<IReadOnlyList<OwnedResource>> ListOwnedAsync(CloudAccess access, CancellationToken ct) =>
    [
        .. (await InstancesAsync(access, [OwnedOnly, AwsFilters.Where("instance-state-name", LivingStates)], managed: true, ct))
            .Select(instance => Owned(OwnedResourceKind.Instance, instance.InstanceId, instance.State?.Name?.Value, instance.Tags)),
        .. (await OwnImagesAsync(access, [OwnedOnly], ct))
            .Select(image => Owned(OwnedResourceKind.Image, image.ImageId, image.State?.Value, image.Tags)),
        .. (await OwnSnapshotsAsync(access, [OwnedOnly], ct))
            .Select(snapshot => Owned(OwnedResourceKind.Snapshot, snapshot.SnapshotId, snapshot.State?.Value, snapshot.Tags)),
        .. (await VolumesAsync(access, [OwnedOnly], ct))
            .Select(volume => Owned(OwnedResourceKind.Volume, volume.VolumeId, volume.State?.Value, volume.Tags)),
        .. (await SecurityGroupsAsync(access, [OwnedOnly], ct))
            .Select(group => Owned(OwnedResourceKind.IsolationGroup, group.GroupId, "", group.Tags)),
        .. (await NetworkInterfacesAsync(access, [OwnedOnly], ct))
            .Select(nic => Owned(OwnedResourceKind.NetworkInterface, nic.NetworkInterfaceId, nic.Status?.Value, nic.TagSet)),
    ];

    public async Task<bool> RemoveOwnedAsync(CloudAccess access, OwnedResource resource, CancellationToken ct)
    {
        switch (resource.Kind)
        {
            case OwnedResourceKind.Instance:
                await TerminateInstanceAsync(access, resource.Id, ct);
                return true;
            case OwnedResourceKind.Image:
                return (await DeleteImageAsync(access, resource.Id, ct)).Count == 0;
            case OwnedResourceKind.Snapshot:
                return await RemoveSnapshotAsync(access, resource.Id, ct);
            case OwnedResourceKind.Volume:
                return await RemoveAsync(() => calls.Ec2Async(
                    access, AwsActions.DeleteVolume, (ec2, cancel) => ec2.DeleteVolumeAsync(new() { VolumeId = resource.Id }, cancel), ct));
            case OwnedResourceKind.IsolationGroup:
                return await RemoveGroupAsync(access, resource.Id, ct);
            case OwnedResourceKind.NetworkInterface:
                return await RemoveInterfaceAsync(access, resource.Id, ct);
            default:
                throw new ArgumentOutOfRangeException(nameof(resource));
        }
    }

    private async Task<bool> RemoveInterfaceAsync(CloudAccess access, string interfaceId, CancellationToken ct)
    {
        try
        {
            return await RemoveAsync(() => calls.Ec2Async(
                access,
                AwsActions.DeleteNetworkInterface,
                (ec2, cancel) => ec2.DeleteNetworkInterfaceAsync(new() { NetworkInterfaceId = interfaceId }, cancel),
                ct));
        }
        catch (CloudException failure) when (failure.Is("InvalidParameterValue"))
        {
            // AWS's code for an interface that is attached.
            return false;
        }
    }

    /// <summary>Gone already is success; false when something still uses it.</summary>
    private static async Task<bool> RemoveAsync(Func<Task> remove)
    {
        try
        {
            await remove();
            return true;
        }
        catch (CloudException failure) when (failure.IsMissing())
        {
            return true;
        }
        catch (CloudException failure) when (
            failure.Error.Definition == StateErrors.ResourceInUse || failure.Error.Definition == StateErrors.SnapshotInUse)
        {
            return false;
        }
    }

    private static OwnedResource Owned(OwnedResourceKind kind, string id, string? state, List<Tag>? tags) =>
        new(kind, id, state ?? "", AwsTags.ToDictionary(tags));

    private Task<List<Snapshot>> OwnSnapshotsAsync(CloudAccess access, List<Filter> filters, CancellationToken ct) =>
        ListSnapshotsAsync(access, filters, Self, ct);

    /// <param name="owner">Null for whoever's the account may use.</param>
    private Task<List<Snapshot>> ListSnapshotsAsync(CloudAccess access, List<Filter> filters, string? owner, CancellationToken ct) => calls.Ec2PagesAsync(
        access,
        AwsActions.DescribeSnapshots,
        (ec2, next, cancel) => ec2.DescribeSnapshotsAsync(
            new() { OwnerIds = owner is null ? null : [owner], Filters = filters, MaxResults = PageSize, NextToken = next }, cancel),
        page => (page.Snapshots, page.NextToken),
        ct);

    private Task<List<NetworkInterface>> NetworkInterfacesAsync(CloudAccess access, List<Filter> filters, CancellationToken ct) => calls.Ec2PagesAsync(
        access,
        AwsActions.DescribeNetworkInterfaces,
        (ec2, next, cancel) => ec2.DescribeNetworkInterfacesAsync(
            new() { Filters = filters, MaxResults = PageSize, NextToken = next, IncludeManagedResources = true }, cancel),
        page => (page.NetworkInterfaces, page.NextToken),
        ct);
}
