using Darkroom.Client.Http;
using Darkroom.Contracts.Images;

namespace Darkroom.Client.Images;

/// <summary>The hosting units in which a prepared spec may be used.</summary>
public sealed class ImageSharesClient(ApiConnection api)
{
    /// <summary>The unit the spec was made in first.</summary>
    public Task<IReadOnlyList<ImageVersionSpecHostingUnitDto>> ListAsync(Guid spec, CancellationToken ct = default) =>
        api.GetAsync<IReadOnlyList<ImageVersionSpecHostingUnitDto>>(PathOf(spec), ct);

    public Task<ImageVersionSpecHostingUnitDto> GetAsync(Guid spec, string hostingUnit, CancellationToken ct = default) =>
        api.GetAsync<ImageVersionSpecHostingUnitDto>(PathOf(spec, hostingUnit), ct);

    /// <summary>Starts sharing a prepared spec to a hosting unit, by its name or uid.</summary>
    public Task<ImageShareStartedDto> ShareAsync(Guid spec, string hostingUnit, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<ImageShareStartedDto>(HttpMethod.Post, PathOf(spec), new ShareImageRequest { HostingUnit = hostingUnit }, context, ct);

    /// <summary>What a share would meet now; shares nothing.</summary>
    public Task<ImageShareChecksDto> CheckAsync(Guid spec, string hostingUnit, CancellationToken ct = default) =>
        api.SendAsync<ImageShareChecksDto>(HttpMethod.Post, PathOf(spec, "checks"), new ShareImageRequest { HostingUnit = hostingUnit }, null, ct);

    /// <summary>Starts removing a share.</summary>
    public Task<ImageShareStartedDto> UnshareAsync(Guid spec, string hostingUnit, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<ImageShareStartedDto>(HttpMethod.Delete, PathOf(spec, hostingUnit), null, context, ct);

    private static string PathOf(Guid spec, params string[] rest) => ApiConnection.Path(["image-version-specs", spec.ToString(), "hosting-units", .. rest]);
}
