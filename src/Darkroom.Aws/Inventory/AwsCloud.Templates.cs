using Amazon.EC2.Model;
using Darkroom.Aws.Inventory;
using Darkroom.Core.Clouds;

namespace Darkroom.Aws;

internal sealed partial class AwsCloud
{
    // The most that one page of launch templates holds.
    private const int TemplatePageSize = 200;

    private async Task<IReadOnlyList<CloudItem>> ListLaunchTemplatesAsync(CloudAccess access, InventoryQuery query, CancellationToken ct)
    {
        var templates = await calls.Ec2PagesAsync(
            access,
            AwsActions.DescribeLaunchTemplates,
            (ec2, next, cancel) => ec2.DescribeLaunchTemplatesAsync(
                query.Id is { } id
                    ? new() { LaunchTemplateIds = [id] }
                    : new() { MaxResults = TemplatePageSize, NextToken = next },
                cancel),
            page => (page.LaunchTemplates, page.NextToken),
            ct);
        return [.. templates.Select(TemplateItems.From)];
    }

    private async Task<IReadOnlyList<CloudItem>> ListLaunchTemplateVersionsAsync(CloudAccess access, InventoryQuery query, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(query.ParentId);
        List<string>? numbers = query.Id is { } number ? [number] : null;
        return [.. (await TemplateVersionsAsync(access, query.ParentId, numbers, ct)).Select(TemplateItems.From)];
    }

    private Task<List<LaunchTemplateVersion>> TemplateVersionsAsync(
        CloudAccess access, string templateId, List<string>? numbers, CancellationToken ct) => calls.Ec2PagesAsync(
        access,
        AwsActions.DescribeLaunchTemplateVersions,
        (ec2, next, cancel) => ec2.DescribeLaunchTemplateVersionsAsync(
            numbers is null
                ? new() { LaunchTemplateId = templateId, MaxResults = TemplatePageSize, NextToken = next }
                : new() { LaunchTemplateId = templateId, Versions = numbers },
            cancel),
        page => (page.LaunchTemplateVersions, page.NextToken),
        ct);
}
