using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.Errors;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Images.Specs;

/// <summary>
/// Starts removing a spec, master or prepared, with its image and snapshots (docs/decisions/removing-a-spec-with-an-image.md). A held preparation is
/// discarded first.
/// </summary>
public sealed class RemoveImageVersionSpec(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.ManageImages;

    /// <param name="expected">The spec's version that the caller has read; null takes any.</param>
    /// <exception cref="DarkroomException">
    /// ImageVersionSpecNotFound, ImageVersionSpecPlaceholder, VersionMismatch, ImageRemovalInProgress, HypervisorInMaintenanceMode, and all at once
    /// ImagePreparationInProgress, ImagePreparationStuck, ImageVersionSpecShareAtWork, MasterSpecInUse, ImageVersionSpecShared, ImageInUseByCatalogs,
    /// ImageInUseByMachines.
    /// </exception>
    public Task<SpecRemovalStartedDto> HandleAsync(Caller caller, Guid uid, RemovalReach reach, long? expected, CancellationToken ct) =>
        runner.ChangeAsync<RemoveImageVersionSpec, SpecRemovalStartedDto>(
            caller,
            new { uid, reach, expected },
            async change =>
            {
                ExpectedVersion.Check(await change.Db.ImageVersionSpecAsync(uid, ct), expected, "image version spec", uid.ToString());
                var subject = await RemovalSubject.FindAsync(change.Db, uid, ct);
                var before = await ImageVersionSpecView.ToDtoAsync(change.Db, subject.Spec, ct);
                var operation = await RemovalStart.BeginAsync(change, subject, reach, withVersion: false, ct);
                change.Audit(nameof(ImageVersionSpec), uid, operation.Title, before, reach, operation.Id);
                return new SpecRemovalStartedDto(operation.Id, uid);
            },
            ct);
}
