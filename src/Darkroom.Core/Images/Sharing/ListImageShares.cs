using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Sharing;

/// <summary>Lists the hosting units in which a spec may be used, the primary one first.</summary>
public sealed class ListImageShares(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.Read;

    /// <exception cref="Errors.DarkroomException">ImageVersionSpecNotFound, ImageVersionSpecPlaceholder.</exception>
    public Task<IReadOnlyList<ImageVersionSpecHostingUnitDto>> HandleAsync(Caller caller, Guid specUid, CancellationToken ct) =>
        runner.ReadAsync<ListImageShares, IReadOnlyList<ImageVersionSpecHostingUnitDto>>(caller, async db =>
        {
            await db.ImageVersionSpecAsync(specUid, ct);
            return ImageShareView.ToDtos(await ImageShareView.Rows(db).Where(r => r.Spec.Uid == specUid).ToListAsync(ct));
        }, ct);
}
