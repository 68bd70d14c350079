using Darkroom.Client.Http;
using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;

namespace Darkroom.Client.Images;

/// <summary>Master and prepared specs.</summary>
public sealed class ImageVersionSpecsClient(ApiConnection api)
{
    private const string Root = "image-version-specs";

    /// <param name="imageDefinition">Uid, or a name in which <c>*</c> stands for any characters.</param>
    /// <param name="hostingUnit">The unit the spec was made in: uid, or a name in which <c>*</c> stands for any characters.</param>
    public Task<Page<ImageVersionSpecDto>> ListAsync(
        string? imageDefinition = null,
        Guid? imageVersionUid = null,
        int? imageVersionNumber = null,
        string? hostingUnit = null,
        bool? isPrepared = null,
        ImageVersionSpecStatus? status = null,
        string? sort = null,
        int? pageSize = null,
        string? pageToken = null,
        CancellationToken ct = default) => api.GetAsync<Page<ImageVersionSpecDto>>(
            ApiConnection.Query(
                Root,
                ("imageDefinition", imageDefinition),
                ("imageVersionUid", imageVersionUid),
                ("imageVersionNumber", imageVersionNumber),
                ("hostingUnit", hostingUnit),
                ("isPrepared", isPrepared),
                ("status", status),
                ("sort", sort),
                ("pageSize", pageSize),
                ("pageToken", pageToken)),
            ct);

    public Task<ImageVersionSpecDto> GetAsync(Guid uid, CancellationToken ct = default) => api.GetAsync<ImageVersionSpecDto>(PathOf(uid), ct);

    /// <summary>Where the image of a spec comes from and where it is used.</summary>
    public Task<ImageLineageDto> LineageAsync(Guid uid, CancellationToken ct = default) => api.GetAsync<ImageLineageDto>(PathOf(uid, "lineage"), ct);

    /// <summary>Starts removing a spec with its image and snapshots.</summary>
    /// <param name="shares">What becomes of its shares; null and Keep let them stand in the way.</param>
    /// <param name="purgeDbOnly">Forgets the record and leaves what is in the account.</param>
    public Task<SpecRemovalStartedDto> RemoveAsync(
        Guid uid, SharesOnRemoval? shares = null, bool? purgeDbOnly = null, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<SpecRemovalStartedDto>(
            HttpMethod.Delete, ApiConnection.Query(PathOf(uid), ("shares", shares), ("purgeDbOnly", purgeDbOnly)), null, context, ct);

    /// <summary>Starts the preparation of a master spec.</summary>
    public Task<PreparationStartedDto> PrepareAsync(
        Guid masterSpec, PrepareImageRequest request, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync<PreparationStartedDto>(HttpMethod.Post, PathOf(masterSpec, "prepare"), request, context, ct);

    /// <summary>What a preparation of a master spec would meet now; prepares nothing.</summary>
    public Task<ImagePreparationChecksDto> CheckPreparationAsync(Guid masterSpec, PrepareImageRequest request, CancellationToken ct = default) =>
        api.SendAsync<ImagePreparationChecksDto>(HttpMethod.Post, PathOf(masterSpec, "prepare", "checks"), request, null, ct);

    private static string PathOf(Guid uid, params string[] rest) => ApiConnection.Path([Root, uid.ToString(), .. rest]);
}
