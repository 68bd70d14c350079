using Darkroom.Client.Http;
using Darkroom.Contracts.Operations;

namespace Darkroom.Client.Operations;

/// <summary>The sweep of what ended operations have left in the accounts.</summary>
public sealed class SweepsClient(ApiConnection api)
{
    /// <summary>What the last sweep of each account and Region found.</summary>
    public Task<IReadOnlyList<SweepReportDto>> ListAsync(CancellationToken ct = default) => api.GetAsync<IReadOnlyList<SweepReportDto>>("sweeps", ct);

    /// <summary>Sweeps every account now.</summary>
    public Task<IReadOnlyList<SweepReportDto>> RunAsync(CancellationToken ct = default) =>
        api.SendAsync<IReadOnlyList<SweepReportDto>>(HttpMethod.Post, "sweeps", null, null, ct);
}
