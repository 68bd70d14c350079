using Darkroom.Client.Http;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;

namespace Darkroom.Client.Images;

/// <summary>Versions. One is named by its uid, or inside its definition by its number or as <c>latest</c>.</summary>
public sealed class ImageVersionsClient(ApiConnection api)
{
    private const string Root = "image-versions";

    /// <summary>Those of all definitions.</summary>
    /// <param name="imageDefinition">Uid, or a name in which <c>*</c> stands for any characters.</param>
    /// <param name="number">Only those of this number.</param>
    public Task<Page<ImageVersionDto>> ListAllAsync(
        string? imageDefinition = null, int? number = null, string? sort = null, int? pageSize = null, string? pageToken = null, CancellationToken ct = default) =>
        api.GetAsync<Page<ImageVersionDto>>(
            ApiConnection.Query(
                Root, ("imageDefinition", imageDefinition), ("number", number), ("sort", sort), ("pageSize", pageSize), ("pageToken", pageToken)),
            ct);

    /// <summary>Those of one definition.</summary>
    public Task<Page<ImageVersionDto>> ListAsync(
        string definition, string? sort = null, int? pageSize = null, string? pageToken = null, CancellationToken ct = default) =>
        api.GetAsync<Page<ImageVersionDto>>(
            ApiConnection.Query(PathOf(definition), ("sort", sort), ("pageSize", pageSize), ("pageToken", pageToken)), ct);

    public Task<ImageVersionDto> GetAsync(string definition, string version, CancellationToken ct = default) =>
        api.GetAsync<ImageVersionDto>(PathOf(definition, version), ct);

    public Task<ImageVersionDto> GetAsync(Guid uid, CancellationToken ct = default) => api.GetAsync<ImageVersionDto>(PathOf(uid), ct);

    /// <summary>Where the image of a version comes from and where it is used.</summary>
    public Task<ImageLineageDto> LineageAsync(string definition, string version, CancellationToken ct = default) =>
        api.GetAsync<ImageLineageDto>(PathOf(definition, version, "lineage"), ct);

    public Task<ImageVersionDto> CreateAsync(
        string definition,
        string? description = null,
        IReadOnlyDictionary<string, string>? metadata = null,
        RequestContext? context = null,
        CancellationToken ct = default) => api.SendAsync<ImageVersionDto>(
            HttpMethod.Post, PathOf(definition), new CreateImageVersionRequest { Description = description, Metadata = metadata }, context, ct);

    public Task<ImageVersionDto> UpdateAsync(
        string definition, string version, UpdateImageVersionRequest request, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<ImageVersionDto>(HttpMethod.Patch, PathOf(definition, version), request, context, ct);

    public Task<ImageVersionDto> UpdateAsync(
        Guid uid, UpdateImageVersionRequest request, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<ImageVersionDto>(HttpMethod.Patch, PathOf(uid), request, context, ct);

    public Task RemoveAsync(string definition, string version, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync(HttpMethod.Delete, PathOf(definition, version), null, context, ct);

    public Task RemoveAsync(Guid uid, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync(HttpMethod.Delete, PathOf(uid), null, context, ct);

    /// <summary>Removes a version with its specs, their image and snapshots.</summary>
    /// <param name="shares">What becomes of the specs' shares; null and Keep let them stand in the way.</param>
    /// <param name="purgeDbOnly">Forgets the records and leaves what is in the account.</param>
    /// <returns>The operation that was started; null when there were no specs and the version is gone.</returns>
    public Task<ImageVersionRemovalStartedDto?> RemoveWithSpecsAsync(
        string definition, string version, SharesOnRemoval? shares = null, bool? purgeDbOnly = null, RequestContext? context = null, CancellationToken ct = default) =>
        RemoveWithSpecsAsync(PathOf(definition, version), shares, purgeDbOnly, context, ct);

    /// <inheritdoc cref="RemoveWithSpecsAsync(string, string, SharesOnRemoval?, bool?, RequestContext?, CancellationToken)"/>
    public Task<ImageVersionRemovalStartedDto?> RemoveWithSpecsAsync(
        Guid uid, SharesOnRemoval? shares = null, bool? purgeDbOnly = null, RequestContext? context = null, CancellationToken ct = default) =>
        RemoveWithSpecsAsync(PathOf(uid), shares, purgeDbOnly, context, ct);

    public Task<ImageVersionSpecDto> AddMasterSpecAsync(
        string definition, string version, AddMasterSpecRequest request, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<ImageVersionSpecDto>(HttpMethod.Post, PathOf(definition, version, "master-specs"), request, context, ct);

    public Task<ImageVersionSpecDto> AddMasterSpecAsync(
        Guid uid, AddMasterSpecRequest request, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<ImageVersionSpecDto>(HttpMethod.Post, PathOf(uid, "master-specs"), request, context, ct);

    private Task<ImageVersionRemovalStartedDto?> RemoveWithSpecsAsync(
        string path, SharesOnRemoval? shares, bool? purgeDbOnly, RequestContext? context, CancellationToken ct) =>
        api.SendForOptionalAsync<ImageVersionRemovalStartedDto>(
            HttpMethod.Delete, ApiConnection.Query(path, ("specs", SpecsOnRemoval.Remove), ("shares", shares), ("purgeDbOnly", purgeDbOnly)), context, ct);

    private static string PathOf(Guid uid, params string[] rest) => ApiConnection.Path([Root, uid.ToString(), .. rest]);

    private static string PathOf(string definition, params string[] rest) =>
        ApiConnection.Path([ImageDefinitionsClient.Root, definition, "versions", .. rest]);
}
