using Darkroom.Client.Http;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Problems;

namespace Darkroom.Client.Hosting;

/// <summary>Hosting units and what lies below them. A unit is a name or a uid.</summary>
public sealed class HostingUnitsClient(ApiConnection api)
{
    private const string Root = "hosting-units";

    public Task<Page<HostingUnitDto>> ListAsync(string? name = null, string? pageToken = null, CancellationToken ct = default) =>
        api.GetAsync<Page<HostingUnitDto>>(ApiConnection.Query(Root, ("name", name), ("pageToken", pageToken)), ct);

    public Task<HostingUnitDto> GetAsync(string unit, CancellationToken ct = default) =>
        api.GetAsync<HostingUnitDto>(ApiConnection.Path(Root, unit), ct);

    public Task<HostingUnitDto> CreateAsync(CreateHostingUnitRequest request, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<HostingUnitDto>(HttpMethod.Post, Root, request, context, ct);

    public Task<HostingUnitDto> UpdateAsync(string unit, UpdateHostingUnitRequest request, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<HostingUnitDto>(HttpMethod.Patch, ApiConnection.Path(Root, unit), request, context, ct);

    public Task RemoveAsync(string unit, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync(HttpMethod.Delete, ApiConnection.Path(Root, unit), null, context, ct);

    /// <param name="path">Relative to the unit or absolute; null for its top.</param>
    public Task<Page<InventoryItemDto>> InventoryAsync(string unit, string? path = null, string? pageToken = null, CancellationToken ct = default) =>
        api.GetAsync<Page<InventoryItemDto>>(
            ApiConnection.Query(ApiConnection.Path(Root, unit, "inventory"), ("path", path), ("pageToken", pageToken)), ct);
}
