using Darkroom.Client.Http;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Problems;

namespace Darkroom.Client.Hosting;

/// <summary>What lies in the cloud below a connection or a hosting unit.</summary>
public sealed class InventoryClient
{
    private readonly ApiConnection _api;
    private readonly string _root;

    internal InventoryClient(ApiConnection api, string root) => (_api, _root) = (api, root);

    /// <param name="path">Path of the place, relative or beginning with <c>XDHyp:</c>; null is the top.</param>
    /// <param name="type">Only items of this type, e.g. <c>template</c>.</param>
    /// <param name="name">Only items of this name or id; <c>*</c> stands for any characters.</param>
    /// <param name="fresh">Asks the cloud, whatever is cached.</param>
    /// <param name="force">Shows the machines that Darkroom made itself as well.</param>
    public Task<Page<InventoryItemDto>> ListAsync(
        string? path = null, string? type = null, string? name = null, bool? fresh = null, bool? force = null, int? pageSize = null,
        string? pageToken = null, CancellationToken ct = default) =>
        _api.GetAsync<Page<InventoryItemDto>>(
            ApiConnection.Query(
                _root,
                ("path", path), ("type", type), ("name", name), ("fresh", fresh), ("force", force), ("pageSize", pageSize), ("pageToken", pageToken)),
            ct);

    /// <param name="path">Path of the item, relative or beginning with <c>XDHyp:</c>.</param>
    public Task<InventoryItemDto> GetAsync(string path, bool? fresh = null, bool? force = null, CancellationToken ct = default) =>
        _api.GetAsync<InventoryItemDto>(ApiConnection.Query($"{_root}/item", ("path", path), ("fresh", fresh), ("force", force)), ct);
}
