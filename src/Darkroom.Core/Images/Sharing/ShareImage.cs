using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.Operations;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Images.Sharing;

/// <summary>Starts sharing a prepared spec to another hosting unit: the share, the operation and the audit record in one transaction.</summary>
public sealed class ShareImage(UseCaseRunner runner, ShareChecks checks) : IUseCase
{
    public static Permission Permission => Permission.ManageImages;

    /// <exception cref="Errors.DarkroomException">
    /// ImageVersionSpecNotFound, ImageVersionSpecPlaceholder, HostingUnitObjectNotFound, ImageShareNotPrepared, ImageShareNotSuccess,
    /// ImageShareOwnHostingUnit, ImageAlreadyShared, ImageShareInProgress, ImageShareOtherRegion, ImageShareOtherAccount,
    /// HypervisorInMaintenanceMode, MissingPermission.
    /// </exception>
    public Task<ImageShareStartedDto> HandleAsync(Caller caller, Guid specUid, ShareImageRequest request, CancellationToken ct) =>
        runner.ChangeAsync<ShareImage, bool, ImageShareStartedDto>(
            caller,
            new { specUid, request },
            async db =>
            {
                var place = await SharePlace.FindAsync(db, specUid, request.HostingUnit, ct);
                place.Require();
                await checks.RequireOneAccountAsync(place, ct);
                return true;
            },
            async (change, _) =>
            {
                var place = await SharePlace.FindAsync(change.Db, specUid, request.HostingUnit, ct);
                place.Require();
                var operation = ShareOperations.On(
                    place,
                    change,
                    ImageSharing.OperationKind,
                    $"Share {place.Title} to {place.Target.Name}",
                    new ShareInput { SpecUid = specUid, HostingUnitUid = place.Target.Uid });
                var share = place.Share;
                if (share is null)
                {
                    share = new ImageVersionSpecHostingUnit { SpecUid = specUid, HostingUnitUid = place.Target.Uid, IsPrimary = false };
                    change.Db.Add(share);
                }

                (share.Status, share.Errors, share.Checks, share.OperationId) = (ImageShareStatus.InProgress, [], [], operation.Id);
                change.Db.Touch(place.Spec);
                change.Start(operation);
                change.AuditShared(operation, specUid, place.Target);
                return new ImageShareStartedDto(operation.Id, specUid, place.Target.Uid);
            },
            ct);
}
