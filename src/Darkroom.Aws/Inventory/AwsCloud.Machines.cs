using Amazon.EC2.Model;
using Darkroom.Aws.Inventory;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws;

internal sealed partial class AwsCloud
{
    private static readonly string[] LivingStates = ["pending", "running", "stopping", "stopped", "shutting-down"];

    // By id any image answers, also one of another owner; the list is of the configured owners' images.
    private async Task<IReadOnlyList<CloudItem>> ListImagesAsync(CloudAccess access, InventoryQuery query, CancellationToken ct)
    {
        if (query.Id is { } id)
        {
            return [.. (await ImagesByIdAsync(access, id, ct)).Select(MachineItems.From)];
        }

        List<string>? owners = options.ImageOwners switch { null => ["self"], [] => null, var some => [.. some] };
        var images = await calls.Ec2PagesAsync(
            access,
            AwsActions.DescribeImages,
            (ec2, next, cancel) => ec2.DescribeImagesAsync(new() { Owners = owners, MaxResults = PageSize, NextToken = next }, cancel),
            page => (page.Images, page.NextToken),
            ct);
        return [.. images.Select(MachineItems.From)];
    }

    private async Task<List<Image>> ImagesByIdAsync(CloudAccess access, string imageId, CancellationToken ct)
    {
        var answer = await calls.Ec2Async(
            access, AwsActions.DescribeImages, (ec2, cancel) => ec2.DescribeImagesAsync(new() { ImageIds = [imageId] }, cancel), ct);
        return answer.Images ?? [];
    }

    // Managed instances stay hidden here as in the console: a machine of a catalog is no profile to start from.
    private async Task<IReadOnlyList<CloudItem>> ListInstancesAsync(CloudAccess access, InventoryQuery query, CancellationToken ct)
    {
        List<Filter> filters =
        [
            AwsFilters.Where("instance-state-name", LivingStates),
            .. Filters(("instance-id", query.Id), ("vpc-id", query.VpcId), ("availability-zone", query.Zone)) ?? [],
        ];
        return [.. (await InstancesAsync(access, filters, managed: query.Id is not null, ct)).Select(MachineItems.From)];
    }

    private async Task<List<Instance>> InstancesAsync(CloudAccess access, List<Filter> filters, bool managed, CancellationToken ct)
    {
        var reservations = await calls.Ec2PagesAsync(
            access,
            AwsActions.DescribeInstances,
            (ec2, next, cancel) => ec2.DescribeInstancesAsync(
                new() { Filters = filters, MaxResults = PageSize, NextToken = next, IncludeManagedResources = managed ? true : null }, cancel),
            page => (page.Reservations, page.NextToken),
            ct);
        return [.. reservations.SelectMany(reservation => reservation.Instances ?? [])];
    }
}
