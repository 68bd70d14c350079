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
            var found = await checks.LookAsync(place, request, ct);
            return new ImagePreparationChecksDto
            {
                SourceImageVersionSpecUid = sourceSpecUid,
                HostingUnitUid = place.Unit.Uid,
                HostingUnitName = place.Unit.Name,
                CanBePrepared = found.All(check => check.Result != CheckResult.Failed),
                Checks = [.. found.Select(finding => finding.ToDto())],
            };
        }, ct);
    }
}
