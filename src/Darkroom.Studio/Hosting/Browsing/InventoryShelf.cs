using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Paths;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Core.Hosting;
using Darkroom.Core.UseCases;

namespace Darkroom.Studio.Hosting.Browsing;

/// <summary>Reads inventory below whichever top it is asked for.</summary>
public sealed class InventoryShelf(ListInventory list, GetInventoryItem get)
{
    public Task<Page<InventoryItemDto>> PageAsync(Caller caller, InventoryTop top, InventoryRequest request, ListRequest page, CancellationToken ct) =>
        top.Root == PathRoot.Connections
            ? list.HandleBelowConnectionAsync(caller, $"{top.Uid}", request, page, ct)
            : list.HandleBelowHostingUnitAsync(caller, $"{top.Uid}", request, page, ct);

    public Task<InventoryItemDto> ItemAsync(Caller caller, InventoryTop top, InventoryRequest request, CancellationToken ct) =>
        top.Root == PathRoot.Connections
            ? get.HandleBelowConnectionAsync(caller, $"{top.Uid}", request, ct)
            : get.HandleBelowHostingUnitAsync(caller, $"{top.Uid}", request, ct);

    /// <summary>Everything at a place. A fresh reading asks the cloud once, however many pages there are.</summary>
    public async Task<IReadOnlyList<InventoryItemDto>> AllAsync(Caller caller, InventoryTop top, InventoryRequest request, CancellationToken ct)
    {
        var all = new List<InventoryItemDto>();
        string? token = null;
        do
        {
            var page = await PageAsync(caller, top, request with { Fresh = request.Fresh && token is null }, new ListRequest(Limit: ListRequest.MostRows, PageToken: token), ct);
            all.AddRange(page.Items);
            token = page.NextPageToken;
        }
        while (token is not null);
        return all;
    }
}
