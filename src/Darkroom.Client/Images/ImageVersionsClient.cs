using Darkroom.Client.Http;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;

namespace Darkroom.Client.Images;

/// <summary>Versions of a definition. A version is its number, or <c>latest</c>.</summary>
public sealed class ImageVersionsClient(ApiConnection api)
{
    public Task<Page<ImageVersionDto>> ListAsync(
        string definition, string? sort = null, int? pageSize = null, string? pageToken = null, CancellationToken ct = default) =>
        api.GetAsync<Page<ImageVersionDto>>(
            ApiConnection.Query(PathOf(definition), ("sort", sort), ("pageSize", pageSize), ("pageToken", pageToken)), ct);

    public Task<ImageVersionDto> GetAsync(string definition, string version, CancellationToken ct = default) =>
        api.GetAsync<ImageVersionDto>(PathOf(definition, version), ct);

    public Task<ImageVersionDto> CreateAsync(string definition, string? description = null, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<ImageVersionDto>(HttpMethod.Post, PathOf(definition), new CreateImageVersionRequest { Description = description }, context, ct);

    public Task<ImageVersionDto> UpdateAsync(
        string definition, string version, UpdateImageVersionRequest request, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<ImageVersionDto>(HttpMethod.Patch, PathOf(definition, version), request, context, ct);

    public Task RemoveAsync(string definition, string version, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync(HttpMethod.Delete, PathOf(definition, version), null, context, ct);

    public Task<ImageVersionSpecDto> AddMasterSpecAsync(
        string definition, string version, AddMasterSpecRequest request, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<ImageVersionSpecDto>(HttpMethod.Post, PathOf(definition, version, "master-specs"), request, context, ct);

    private static string PathOf(string definition, params string[] rest) =>
        ApiConnection.Path([ImageDefinitionsClient.Root, definition, "versions", .. rest]);
}
