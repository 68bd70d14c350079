using Darkroom.Contracts.Images;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.Operations;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Images.Removal;

/// <summary>How far a removal goes.</summary>
/// <param name="WithShares">The shares go as well.</param>
/// <param name="PurgeDbOnly">Forgets the records alone; nothing is asked of the cloud or changed there.</param>
public sealed record RemovalReach(bool WithShares, bool PurgeDbOnly);

/// <summary>Begins the removal of a spec: its status, the operation and the discard of a held preparation in the caller's transaction.</summary>
internal static class RemovalStart
{
    /// <param name="withVersion">The version goes as well, with its master spec.</param>
    /// <exception cref="DarkroomException">
    /// ImageRemovalInProgress, HypervisorInMaintenanceMode, and all at once ImagePreparationInProgress, ImagePreparationStuck, ImageVersionSpecShareAtWork,
    /// MasterSpecInUse, ImageVersionSpecShared, ImageInUseByCatalogs, ImageInUseByMachines.
    /// </exception>
    public static async Task<Operation> BeginAsync(Change change, RemovalSubject subject, RemovalReach reach, bool withVersion, CancellationToken ct)
    {
        var spec = subject.Spec;
        await change.Db.RequireStayingAsync(spec, ct);
        Refusals.Raise([.. subject.Work(reach.PurgeDbOnly), .. subject.Use(reach.WithShares)]);
        if (!reach.PurgeDbOnly && (spec.ImageId is not null || subject.IsHeld))
        {
            ConnectionIsNotInMaintenance.Check(subject.Connection);
        }

        var operation = OperationOn(subject, change, reach, withVersion);
        if (subject.IsHeld && !reach.PurgeDbOnly)
        {
            change.Discard(subject.Preparation!, $"{change.Caller.Name} removed the spec that was to be prepared.");
        }

        spec.Status = ImageVersionSpecStatus.Deleting;
        change.Start(operation);
        return operation;
    }

    private static Operation OperationOn(RemovalSubject subject, Change change, RemovalReach reach, bool withVersion)
    {
        var version = $"{subject.Row.Definition.Name} version {subject.Row.Version.Number}";
        return new Operation
        {
            Kind = ImageRemoval.OperationKind,
            Title = withVersion ? $"Remove {version}" : $"Remove the {(subject.Spec.IsPrepared ? "prepared" : "master")} spec of {version}",
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
                WithVersion = withVersion,
                PurgeDbOnly = reach.PurgeDbOnly,
                WithShares = reach.WithShares,
                ImageId = subject.Spec.ImageId,
                SnapshotIds = subject.Spec.SnapshotIds,
                PreparationId = subject.IsHeld && !reach.PurgeDbOnly ? subject.Preparation!.Id : null,
                StatusBefore = subject.Spec.Status,
            }),
        };
    }
}
