using Amazon.EC2.Model;
using Darkroom.Aws.Errors;
using Darkroom.Aws.Inventory;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws;

internal sealed partial class AwsCloud
{
    // The most that one page of most listings holds.
    private const int PageSize = 1000;

    public async Task<IReadOnlyList<CloudItem>> ListAsync(CloudAccess access, InventoryQuery query, CancellationToken ct)
    {
        // In a filter they stand for anything, and no id has them.
        if (query.Id is { } id && id.AsSpan().ContainsAny('*', '?'))
        {
            return [];
        }

        try
        {
            return query.Kind switch
            {
                CloudItemKind.Vpc => await ListVpcsAsync(access, query, ct),
                CloudItemKind.AvailabilityZone => await ListZonesAsync(access, query, ct),
                CloudItemKind.Subnet => await ListSubnetsAsync(access, query, ct),
                CloudItemKind.SecurityGroup => await ListSecurityGroupsAsync(access, query, ct),
                CloudItemKind.Image => await ListImagesAsync(access, query, ct),
                CloudItemKind.Instance => await ListInstancesAsync(access, query, ct),
                CloudItemKind.LaunchTemplate => await ListLaunchTemplatesAsync(access, query, ct),
                CloudItemKind.LaunchTemplateVersion => await ListLaunchTemplateVersionsAsync(access, query, ct),
                CloudItemKind.InstanceType => await ListInstanceTypesAsync(access, query, ct),
                _ => throw new ArgumentOutOfRangeException(nameof(query)),
            };
        }
        catch (CloudException failure) when ((query.Id ?? query.ParentId) is not null && failure.IsAboutId())
        {
            return [];
        }
    }

    private async Task<IReadOnlyList<CloudItem>> ListVpcsAsync(CloudAccess access, InventoryQuery query, CancellationToken ct)
    {
        var filters = Filters(("vpc-id", query.Id ?? query.VpcId));
        var vpcs = await calls.Ec2PagesAsync(
            access,
            AwsActions.DescribeVpcs,
            (ec2, next, cancel) => ec2.DescribeVpcsAsync(new() { Filters = filters, MaxResults = PageSize, NextToken = next }, cancel),
            page => (page.Vpcs, page.NextToken),
            ct);
        return [.. vpcs.Select(NetworkItems.From)];
    }

    private async Task<IReadOnlyList<CloudItem>> ListZonesAsync(CloudAccess access, InventoryQuery query, CancellationToken ct)
    {
        var filters = Filters(("zone-name", query.Id ?? query.Zone));
        var answer = await calls.Ec2Async(
            access, AwsActions.DescribeAvailabilityZones, (ec2, cancel) => ec2.DescribeAvailabilityZonesAsync(new() { Filters = filters }, cancel), ct);
        return [.. (answer.AvailabilityZones ?? []).Select(NetworkItems.From)];
    }

    private async Task<IReadOnlyList<CloudItem>> ListSubnetsAsync(CloudAccess access, InventoryQuery query, CancellationToken ct) =>
        [.. (await SubnetsAsync(access, Filters(("subnet-id", query.Id), ("vpc-id", query.VpcId), ("availability-zone", query.Zone)), ct)).Select(NetworkItems.From)];

    private Task<List<Subnet>> SubnetsAsync(CloudAccess access, List<Filter>? filters, CancellationToken ct) => calls.Ec2PagesAsync(
        access,
        AwsActions.DescribeSubnets,
        (ec2, next, cancel) => ec2.DescribeSubnetsAsync(new() { Filters = filters, MaxResults = PageSize, NextToken = next }, cancel),
        page => (page.Subnets, page.NextToken),
        ct);

    private async Task<IReadOnlyList<CloudItem>> ListSecurityGroupsAsync(CloudAccess access, InventoryQuery query, CancellationToken ct) =>
        [.. (await SecurityGroupsAsync(access, Filters(("group-id", query.Id), ("vpc-id", query.VpcId)), ct)).Select(NetworkItems.From)];

    private Task<List<SecurityGroup>> SecurityGroupsAsync(CloudAccess access, List<Filter>? filters, CancellationToken ct) => calls.Ec2PagesAsync(
        access,
        AwsActions.DescribeSecurityGroups,
        (ec2, next, cancel) => ec2.DescribeSecurityGroupsAsync(new() { Filters = filters, MaxResults = PageSize, NextToken = next }, cancel),
        page => (page.SecurityGroups, page.NextToken),
        ct);

    // AWS refuses an empty list of filters' values, and a null list is no filter at all.
    private static List<Filter>? Filters(params ReadOnlySpan<(string Name, string? Value)> wanted)
    {
        List<Filter>? filters = null;
        foreach (var (name, value) in wanted)
        {
            if (value is not null)
            {
                (filters ??= []).Add(new Filter(name, [value]));
            }
        }

        return filters;
    }
}
