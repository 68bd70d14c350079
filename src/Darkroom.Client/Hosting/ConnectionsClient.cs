using Darkroom.Client.Http;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Problems;

namespace Darkroom.Client.Hosting;

/// <summary>Hypervisor connections and what lies below them. A connection is a name or a uid.</summary>
public sealed class ConnectionsClient(ApiConnection api)
{
    private const string Root = "connections";

    public Task<Page<HypervisorConnectionDto>> ListAsync(string? name = null, string? pageToken = null, CancellationToken ct = default) =>
        api.GetAsync<Page<HypervisorConnectionDto>>(ApiConnection.Query(Root, ("name", name), ("pageToken", pageToken)), ct);

    public Task<HypervisorConnectionDto> GetAsync(string connection, CancellationToken ct = default) =>
        api.GetAsync<HypervisorConnectionDto>(ApiConnection.Path(Root, connection), ct);

    public Task<HypervisorConnectionDto> CreateAsync(CreateConnectionRequest request, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<HypervisorConnectionDto>(HttpMethod.Post, Root, request, context, ct);

    public Task<HypervisorConnectionDto> UpdateAsync(
        string connection, UpdateConnectionRequest request, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<HypervisorConnectionDto>(HttpMethod.Patch, ApiConnection.Path(Root, connection), request, context, ct);

    public Task RemoveAsync(string connection, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync(HttpMethod.Delete, ApiConnection.Path(Root, connection), null, context, ct);

    /// <param name="path">Relative to the connection or absolute; null for its top.</param>
    public Task<Page<InventoryItemDto>> InventoryAsync(string connection, string? path = null, string? pageToken = null, CancellationToken ct = default) =>
        api.GetAsync<Page<InventoryItemDto>>(
            ApiConnection.Query(ApiConnection.Path(Root, connection, "inventory"), ("path", path), ("pageToken", pageToken)), ct);
}
