using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.Errors;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.Images.Use;
using Darkroom.Core.Operations;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Images.Sharing;

/// <summary>Starts removing a share. Nothing changes in the cloud, so a connection in maintenance mode is no obstacle.</summary>
public sealed class UnshareImage(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.ManageImages;

    /// <param name="expected">The share's version that the caller has read; null takes any.</param>
    /// <exception cref="DarkroomException">
    /// ImageVersionSpecNotFound, ImageVersionSpecPlaceholder, HostingUnitObjectNotFound, ImageShareNotFound, VersionMismatch, ImageSharePrimary,
    /// ImageRemovalInProgress, ImageShareInProgress, ImageShareInUse.
    /// </exception>
    public Task<ImageShareStartedDto> HandleAsync(Caller caller, Guid specUid, string hostingUnit, long? expected, CancellationToken ct) =>
        runner.ChangeAsync<UnshareImage, ImageShareStartedDto>(
            caller,
            new { specUid, hostingUnit, expected },
            async change =>
            {
                var place = await SharePlace.FindAsync(change.Db, specUid, hostingUnit, ct);
                var share = place.Share ?? throw SharingErrors.NotFound.Raise(specUid, place.Target.Name);
                ExpectedVersion.Check(share, expected, "share", place.Target.Name);
                Refusals.Raise(SharingRules.IsNoPrimary(share, place.Target.Name));
                await change.Db.RequireStayingAsync(place.Spec, ct);
                Refusals.Raise(SharingRules.IsAtRest(share, place.Target.Name));
                Refusals.Raise(SharingRules.IsUnused(share, place.Target.Name, await ImageUse.AssignmentsAsync(change.Db, [specUid], place.Target.Uid, ct)));
                var operation = ShareOperations.On(
                    place,
                    change,
                    ImageUnsharing.OperationKind,
                    $"Unshare {place.Title} from {place.Target.Name}",
                    new ShareInput { SpecUid = specUid, HostingUnitUid = place.Target.Uid, StatusBefore = share.Status });
                (share.Status, share.OperationId) = (ImageShareStatus.Deleting, operation.Id);
                change.Db.Touch(place.Spec);
                change.Start(operation);
                change.AuditUnshared(operation, specUid, place.Target);
                return new ImageShareStartedDto(operation.Id, specUid, place.Target.Uid);
            },
            ct);
}
