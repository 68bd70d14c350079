using Darkroom.Contracts.Images;
using Darkroom.Core.Access;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.Operations;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Images.Specs;

/// <summary>
/// Starts removing a spec, master or prepared, with its image and snapshots (docs/decisions/removing-a-spec-with-an-image.md). A held preparation is
/// discarded first.
/// </summary>
public sealed class RemoveImageVersionSpec(UseCaseRunner runner) : IUseCase
{
    public static Permission Permission => Permission.ManageImages;

    /// <param name="withShares">The shares go as well.</param>
    /// <param name="purgeDbOnly">Forgets the record alone; nothing is asked of the cloud or changed there.</param>
    /// <param name="expected">The spec's version that the caller has read; null takes any.</param>
    /// <exception cref="DarkroomException">
    /// ImageVersionSpecNotFound, ImageVersionSpecPlaceholder, VersionMismatch, ImageRemovalInProgress, MasterSpecInUse, ImagePreparationInProgress,
    /// ImagePreparationStuck, ImageVersionSpecShared, ImageVersionSpecShareAtWork, ImageInUseByCatalogs, ImageInUseByMachines, HypervisorInMaintenanceMode.
    /// </exception>
    public Task<SpecRemovalStartedDto> HandleAsync(Caller caller, Guid uid, bool withShares, bool purgeDbOnly, long? expected, CancellationToken ct) =>
        runner.ChangeAsync<RemoveImageVersionSpec, SpecRemovalStartedDto>(
            caller,
            new { uid, withShares, purgeDbOnly, expected },
            async change =>
            {
                ExpectedVersion.Check(await change.Db.ImageVersionSpecAsync(uid, ct), expected, "image version spec", uid.ToString());
                var subject = await RemovalSubject.FindAsync(change.Db, uid, ct);
                var spec = subject.Spec;
                await change.Db.RequireStayingAsync(spec, ct);
                if (!purgeDbOnly || !RemovalRules.IsStuck(subject.Preparation))
                {
                    RemovalRules.PreparationIsOver(spec, subject.Preparation);
                }

                RemovalRules.SharesAreAtRest(spec, subject.Shares);
                subject.RequireUnused(withShares);
                if (!purgeDbOnly && (spec.ImageId is not null || subject.IsHeld))
                {
                    ConnectionIsNotInMaintenance.Check(subject.Connection);
                }

                var before = await ImageVersionSpecView.ToDtoAsync(change.Db, spec, ct);
                var operation = OperationOn(subject, change, withShares, purgeDbOnly);
                if (subject.IsHeld && !purgeDbOnly)
                {
                    change.Discard(subject.Preparation!, $"{caller.Name} removed the spec that was to be prepared.");
                }

                spec.Status = ImageVersionSpecStatus.Deleting;
                change.Start(operation);
                change.Audit(nameof(ImageVersionSpec), spec.Uid, operation.Title, before, new { withShares, purgeDbOnly }, operation.Id);
                return new SpecRemovalStartedDto(operation.Id, uid);
            },
            ct);

    private static Operation OperationOn(RemovalSubject subject, Change change, bool withShares, bool purgeDbOnly) => new()
    {
        Kind = ImageRemoval.OperationKind,
        Title = $"Remove the {(subject.Spec.IsPrepared ? "prepared" : "master")} spec of {subject.Row.Definition.Name} version {subject.Row.Version.Number}",
        SubjectUid = subject.Spec.Uid,
        ConnectionUid = subject.Connection.Uid,
        HostingUnitUid = subject.Row.HostingUnit.Uid,
        StartedBy = change.Caller.Name,
        LoggingId = change.Caller.LoggingId,
        HoldSeconds = 0,
        CreatedAt = change.Now,
        UpdatedAt = change.Now,
        Input = StoredJson.Write(new RemovalInput
        {
            SpecUid = subject.Spec.Uid,
            PurgeDbOnly = purgeDbOnly,
            WithShares = withShares,
            ImageId = subject.Spec.ImageId,
            SnapshotIds = subject.Spec.SnapshotIds,
            PreparationId = subject.IsHeld && !purgeDbOnly ? subject.Preparation!.Id : null,
            StatusBefore = subject.Spec.Status,
        }),
    };
}
