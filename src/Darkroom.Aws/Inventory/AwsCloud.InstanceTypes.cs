using Amazon.EC2;
using Amazon.EC2.Model;
using Darkroom.Aws.Inventory;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws;

internal sealed partial class AwsCloud
{
    // The most that one page of instance types holds.
    private const int TypePageSize = 100;

    private async Task<IReadOnlyList<CloudItem>> ListInstanceTypesAsync(CloudAccess access, InventoryQuery query, CancellationToken ct)
    {
        var offered = query.Zone is { } zone ? await OfferedTypesAsync(access, zone, query.Id, ct) : null;
        var types = await InstanceTypesAsync(access, query.Id, ct);
        return [.. types.Where(type => offered?.Contains(type.InstanceType.Value) ?? true).Select(InstanceTypeItems.From)];
    }

    private Task<List<InstanceTypeInfo>> InstanceTypesAsync(CloudAccess access, string? only, CancellationToken ct) => calls.Ec2PagesAsync(
        access,
        AwsActions.DescribeInstanceTypes,
        (ec2, next, cancel) => ec2.DescribeInstanceTypesAsync(
            only is null ? new() { MaxResults = TypePageSize, NextToken = next } : new() { InstanceTypes = [only] }, cancel),
        page => (page.InstanceTypes, page.NextToken),
        ct);

    private async Task<HashSet<string>> OfferedTypesAsync(CloudAccess access, string zone, string? only, CancellationToken ct)
    {
        var filters = Filters(("location", zone), ("instance-type", only));
        var offerings = await calls.Ec2PagesAsync(
            access,
            AwsActions.DescribeInstanceTypeOfferings,
            (ec2, next, cancel) => ec2.DescribeInstanceTypeOfferingsAsync(
                new() { LocationType = LocationType.AvailabilityZone, Filters = filters, MaxResults = PageSize, NextToken = next }, cancel),
            page => (page.InstanceTypeOfferings, page.NextToken),
            ct);
        return [.. offerings.Select(offering => offering.InstanceType.Value)];
    }
}
