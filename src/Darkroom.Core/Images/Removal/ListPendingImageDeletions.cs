using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Removal;

/// <summary>Lists the snapshots of removed images that aren't deleted yet, the oldest first.</summary>
public sealed class ListPendingImageDeletions(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.Read;

    public Task<IReadOnlyList<PendingImageDeletionDto>> HandleAsync(Caller caller, CancellationToken ct) =>
        runner.ReadAsync<ListPendingImageDeletions, IReadOnlyList<PendingImageDeletionDto>>(
            caller, async db => await PendingImageDeletionView.Shown(db).ToListAsync(ct), ct);
}
