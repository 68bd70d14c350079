using Darkroom.Client.Http;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Problems;

namespace Darkroom.Client.Hosting;

/// <summary>Hypervisor connections.</summary>
public sealed class ConnectionsClient(ApiConnection api)
{
    private const string Root = "connections";

    /// <param name="name">Only those of this name; <c>*</c> stands for any characters.</param>
    public Task<Page<HypervisorConnectionDto>> ListAsync(
        string? name = null, string? sort = null, int? pageSize = null, string? pageToken = null, CancellationToken ct = default) =>
        api.GetAsync<Page<HypervisorConnectionDto>>(
            ApiConnection.Query(Root, ("name", name), ("sort", sort), ("pageSize", pageSize), ("pageToken", pageToken)), ct);

    public Task<HypervisorConnectionDto> GetAsync(string nameOrUid, CancellationToken ct = default) =>
        api.GetAsync<HypervisorConnectionDto>(ApiConnection.Path(Root, nameOrUid), ct);

    public Task<HypervisorConnectionDto> CreateAsync(CreateConnectionRequest request, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<HypervisorConnectionDto>(HttpMethod.Post, Root, request, context, ct);

    public Task<HypervisorConnectionDto> UpdateAsync(
        string nameOrUid, UpdateConnectionRequest request, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<HypervisorConnectionDto>(HttpMethod.Patch, ApiConnection.Path(Root, nameOrUid), request, context, ct);

    public Task RemoveAsync(string nameOrUid, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync(HttpMethod.Delete, ApiConnection.Path(Root, nameOrUid), null, context, ct);

    /// <summary>What lies in the account below the connection.</summary>
    public InventoryClient Inventory(string nameOrUid) => new(api, ApiConnection.Path(Root, nameOrUid, "inventory"));
}
