using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.Hosting;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Sharing;

/// <summary>Shows one hosting unit of a spec.</summary>
public sealed class GetImageShare(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.Read;

    /// <exception cref="Errors.DarkroomException">ImageVersionSpecNotFound, ImageVersionSpecPlaceholder, HostingUnitObjectNotFound, ImageShareNotFound.</exception>
    public Task<ImageVersionSpecHostingUnitDto> HandleAsync(Caller caller, Guid specUid, string hostingUnit, CancellationToken ct) =>
        runner.ReadAsync<GetImageShare, ImageVersionSpecHostingUnitDto>(caller, async db =>
        {
            await db.ImageVersionSpecAsync(specUid, ct);
            var unit = await db.HostingUnitAsync(hostingUnit, ct);
            var row = await ImageShareView.Rows(db).SingleOrDefaultAsync(r => r.Spec.Uid == specUid && r.HostingUnit.Uid == unit.Uid, ct);
            return ImageShareView.ToDto(row ?? throw SharingErrors.NotFound.Raise(specUid, unit.Name));
        }, ct);
}
