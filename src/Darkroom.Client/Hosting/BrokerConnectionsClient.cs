using System.Globalization;
using Darkroom.Client.Http;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Problems;

namespace Darkroom.Client.Hosting;

/// <summary>Registrations of hypervisor connections with the broker. One is named by the broker's number.</summary>
public sealed class BrokerConnectionsClient(ApiConnection api)
{
    private const string Root = "broker-connections";

    /// <param name="name">Only those of this name; <c>*</c> stands for any characters.</param>
    public Task<Page<BrokerConnectionDto>> ListAsync(
        string? name = null, string? sort = null, int? pageSize = null, string? pageToken = null, CancellationToken ct = default) =>
        api.GetAsync<Page<BrokerConnectionDto>>(
            ApiConnection.Query(Root, ("name", name), ("sort", sort), ("pageSize", pageSize), ("pageToken", pageToken)), ct);

    public Task<BrokerConnectionDto> GetAsync(int uid, CancellationToken ct = default) => api.GetAsync<BrokerConnectionDto>(PathOf(uid), ct);

    public Task<BrokerConnectionDto> CreateAsync(CreateBrokerConnectionRequest request, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<BrokerConnectionDto>(HttpMethod.Post, Root, request, context, ct);

    public Task RemoveAsync(int uid, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync(HttpMethod.Delete, PathOf(uid), null, context, ct);

    private static string PathOf(int uid) => ApiConnection.Path(Root, uid.ToString(CultureInfo.InvariantCulture));
}
