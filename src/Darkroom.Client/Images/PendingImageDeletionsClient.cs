using Darkroom.Client.Http;
using Darkroom.Contracts.Images;

namespace Darkroom.Client.Images;

/// <summary>Snapshots of removed images that aren't deleted yet.</summary>
public sealed class PendingImageDeletionsClient(ApiConnection api)
{
    private const string Root = "pending-image-deletions";

    /// <summary>The oldest first.</summary>
    public Task<IReadOnlyList<PendingImageDeletionDto>> ListAsync(CancellationToken ct = default) => api.GetAsync<IReadOnlyList<PendingImageDeletionDto>>(Root, ct);

    /// <summary>Tries it now; forced, it is forgotten whatever becomes of the snapshot.</summary>
    public Task RemoveAsync(Guid uid, bool force = false, RequestContext? context = null, CancellationToken ct = default) =>
        api.SendAsync(HttpMethod.Delete, ApiConnection.Query(ApiConnection.Path(Root, uid.ToString()), ("force", force)), null, context, ct);
}
