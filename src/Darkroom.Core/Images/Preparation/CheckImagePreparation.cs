using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.Hosting;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Images.Preparation;

/// <summary>Tells what a preparation would meet now, without preparing: nothing is written here and nothing is made in the cloud.</summary>
public sealed class CheckImagePreparation(UseCaseRunner runner, PreparationChecks checks) : IUseCase
{
    public static Permission Permission => Permission.Read;

    /// <exception cref="Errors.DarkroomException">
    /// ImageVersionSpecNotFound, ImageVersionSpecPlaceholder, HypervisorInMaintenanceMode, and what is wrong with the request by itself; all else is a check
    /// that failed.
    /// </exception>
    public Task<ImagePreparationChecksDto> HandleAsync(Caller caller, Guid sourceSpecUid, PrepareImageRequest request, CancellationToken ct)
    {
        PrepareImage.CheckMembers(request);
        return runner.ReadAsync<CheckImagePreparation, ImagePreparationChecksDto>(caller, async db =>
        {
            var place = await PreparationPlace.FindAsync(db, sourceSpecUid, ct);
            ConnectionIsNotInMaintenance.Check(place.Connection);
            return await checks.ReportAsync(place, sourceSpecUid, request, ct);
        }, ct);
    }
}
