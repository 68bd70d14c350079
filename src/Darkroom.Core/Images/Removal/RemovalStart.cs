using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images.Sharing;
using Darkroom.Core.Operations;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Images.Removal;

/// <summary>How far a removal goes.</summary>
/// <param name="WithShares">The shares go as well.</param>
/// <param name="PurgeDbOnly">Forgets the records alone; nothing is asked of the cloud or changed there.</param>
public sealed record RemovalReach(bool WithShares, bool PurgeDbOnly);

/// <summary>Begins the removal of a spec, or begins it again: its status, the operation and the discard of a held preparation in the caller's transaction.</summary>
internal static class RemovalStart
{
    /// <param name="withVersion">The version goes as well, with its master spec.</param>
    /// <exception cref="DarkroomException">What <see cref="TakeAsync"/> raises.</exception>
    public static async Task<Operation> BeginAsync(Change change, RemovalSubject subject, RemovalReach reach, bool withVersion, CancellationToken ct)
    {
        var operation = OperationOn(subject, change, await TakeAsync(change, subject, reach, withVersion, ct));
        change.Start(operation);
        foreach (var share in reach.WithShares ? subject.Shares : [])
        {
            change.AuditUnshared(operation, subject.Spec.Uid, share.HostingUnit);
        }

        return operation;
    }

    /// <summary>Meets every rule, has what is held discarded, and shows the spec as being removed.</summary>
    /// <param name="withVersion">The version goes as well, with its master spec.</param>
    /// <returns>What the operation has to know.</returns>
    /// <exception cref="DarkroomException">
    /// ImageRemovalInProgress, HypervisorInMaintenanceMode, and all at once ImagePreparationInProgress, ImagePreparationStuck, ImageVersionSpecShareAtWork,
    /// MasterSpecInUse, ImageVersionSpecShared, ImageInUseByCatalogs, ImageInUseByMachines.
    /// </exception>
    public static async Task<RemovalInput> TakeAsync(Change change, RemovalSubject subject, RemovalReach reach, bool withVersion, CancellationToken ct)
    {
        var spec = subject.Spec;
        await change.Db.RequireStayingAsync(spec, ct);
        Refusals.Raise([.. subject.Work(reach.PurgeDbOnly), .. subject.Use(reach.WithShares)]);
        if (!reach.PurgeDbOnly && (spec.ImageId is not null || subject.IsHeld))
        {
            ConnectionIsNotInMaintenance.Check(subject.Connection);
        }

        if (withVersion)
        {
            await VersionInRemoval.BeginAsync(change.Db, spec, ct);
        }

        var discarded = subject.IsHeld && !reach.PurgeDbOnly ? subject.Preparation : null;
        if (discarded is not null)
        {
            change.Discard(discarded, $"{change.Caller.Name} removed the spec that was to be prepared.");
        }

        var input = new RemovalInput
        {
            SpecUid = spec.Uid,
            WithVersion = withVersion,
            PurgeDbOnly = reach.PurgeDbOnly,
            WithShares = reach.WithShares,
            ImageId = spec.ImageId,
            SnapshotIds = spec.SnapshotIds,
            PreparationId = discarded?.Id,
            StatusBefore = spec.Status,
            Removed = new RemovedImageDto(
                subject.Row.Definition.Uid, subject.Row.Definition.Name, subject.Row.Version.Uid, subject.Row.Version.Number, subject.Row.HostingUnit.Name),
        };
        spec.Status = ImageVersionSpecStatus.Deleting;
        return input;
    }

    private static Operation OperationOn(RemovalSubject subject, Change change, RemovalInput input)
    {
        var version = $"{subject.Row.Definition.Name} version {subject.Row.Version.Number}";
        return new Operation
        {
            Kind = ImageRemoval.OperationKind,
            Title = input.WithVersion ? $"Remove {version}" : $"Remove the {(subject.Spec.IsPrepared ? "prepared" : "master")} spec of {version}",
            SubjectUid = subject.Spec.Uid,
            ConnectionUid = subject.Connection.Uid,
            HostingUnitUid = subject.Row.HostingUnit.Uid,
            StartedBy = change.Caller.Name,
            LoggingId = change.Caller.LoggingId,
            HoldSeconds = 0,
            CreatedAt = change.Now,
            UpdatedAt = change.Now,
            Input = StoredJson.Write(input),
        };
    }
}
