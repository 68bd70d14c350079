using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Images.Sharing;

/// <summary>Tells what a share would meet now, without sharing.</summary>
public sealed class CheckImageSharing(UseCaseRunner runner, ShareChecks checks) : IUseCase
{
    public static Permission Permission => Permission.Read;

    /// <exception cref="Errors.DarkroomException">
    /// ImageVersionSpecNotFound, ImageVersionSpecPlaceholder, HostingUnitObjectNotFound, HypervisorInMaintenanceMode; all else is a check that failed.
    /// </exception>
    public Task<ImageShareChecksDto> HandleAsync(Caller caller, Guid specUid, ShareImageRequest request, CancellationToken ct) =>
        runner.ReadAsync<CheckImageSharing, ImageShareChecksDto>(caller, async db =>
        {
            var place = await SharePlace.FindAsync(db, specUid, request.HostingUnit, ct);
            place.RequireService();
            var found = await checks.LookAsync(place, ct);
            return new ImageShareChecksDto
            {
                ImageVersionSpecUid = specUid,
                HostingUnitUid = place.Target.Uid,
                HostingUnitName = place.Target.Name,
                CanBeShared = found.All(check => check.Result != CheckResult.Failed),
                Checks = [.. found.Select(finding => finding.ToDto())],
            };
        }, ct);
}
