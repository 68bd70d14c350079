using Darkroom.Client.Http;
using Darkroom.Contracts.Hosting;

namespace Darkroom.Client.Hosting;

/// <summary>Zones of the site.</summary>
public sealed class ZonesClient(ApiConnection api)
{
    /// <summary>There is one, the primary zone.</summary>
    public Task<IReadOnlyList<ZoneDto>> ListAsync(CancellationToken ct = default) => api.GetAsync<IReadOnlyList<ZoneDto>>("zones", ct);
}
