using System.ComponentModel;
using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.Images.Removal;
using Darkroom.Server.Api.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Darkroom.Server.Api.Images;

/// <summary>Snapshots of removed images that aren't deleted yet.</summary>
internal sealed class PendingImageDeletionEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        var pending = api.MapGroup("/pending-image-deletions").WithTags("Image version specs");
        pending.MapGet("", List).Needs<ListPendingImageDeletions>();
        pending.MapDelete("/{uid}", Remove).Needs<RemovePendingImageDeletion>();
    }

    /// <summary>Lists the snapshots of removed images that couldn't be deleted yet; each sweep tries them again.</summary>
    internal static async Task<Ok<IReadOnlyList<PendingImageDeletionDto>>> List(Caller caller, ListPendingImageDeletions useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, ct));

    /// <summary>Tries a pending deletion now; forced, it is forgotten whatever becomes of the snapshot.</summary>
    internal static async Task<NoContent> Remove(
        Guid uid, [Description("Forgets it, and leaves in the account what can't be deleted.")] bool? force, Caller caller, RemovePendingImageDeletion useCase,
        CancellationToken ct)
    {
        await useCase.HandleAsync(caller, uid, force ?? false, ct);
        return TypedResults.NoContent();
    }
}
