using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Errors;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.Images.Rules;
using Darkroom.Core.Images.Use;
using Darkroom.Core.Operations;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Sharing;

/// <summary>
/// From a share to none. Nothing changes in the cloud.
/// <code>
/// step          undo   a Retry starts at
/// RemoveShare   –      itself
/// </code>
/// </summary>
public sealed class ImageUnsharing : OperationDefinition
{
    public const string OperationKind = "UnshareImage";

    public override string Kind => OperationKind;

    public override string TaskType => "RemoveProvImageVersionSpecHostingUnit";

    public override IReadOnlyList<Step> Steps { get; } = [new("RemoveShare", RemoveAsync, "Processing", "CommittingRemoveImageVersionSpecHostingUnit")];

    public override Task OnFailedAsync(DarkroomDb db, Operation operation, IReadOnlyList<Error> errors) =>
        GiveBackAsync(db, operation, [.. errors.Select(e => e.ToDto())]);

    public override Task OnUnfinishedAsync(DarkroomDb db, Operation operation) => GiveBackAsync(db, operation, operation.Error is { } error ? [error] : []);

    public override Task OnCanceledAsync(DarkroomDb db, Operation operation) => GiveBackAsync(db, operation, null);

    /// <exception cref="DarkroomException">ImageShareReplaced, ImageRemovalInProgress, ImageShareInUse.</exception>
    public override async Task OnRetriedAsync(Change change, Operation operation)
    {
        var db = change.Db;
        var share = await db.ShareOfAsync(operation) ?? throw SharingErrors.Replaced.Raise(operation.Id);
        var spec = await db.ImageVersionSpecs.SingleAsync(s => s.Uid == share.SpecUid);
        await db.RequireStayingAsync(spec, CancellationToken.None);
        await RequireUnusedAsync(db, share, CancellationToken.None);
        (share.Status, share.Errors) = (ImageShareStatus.Deleting, []);
        db.Touch(spec);
    }

    private static Task<StepResult> RemoveAsync(StepContext context) => Task.FromResult(StepResult.Done(apply: async db =>
    {
        var share = await db.RequireShareAsync(context);
        await RequireUnusedAsync(db, share, context.Cancel);
        db.Remove(share);
        db.Touch(await db.ImageVersionSpecs.SingleAsync(s => s.Uid == share.SpecUid, context.Cancel));
    }));

    private static async Task RequireUnusedAsync(DarkroomDb db, ImageVersionSpecHostingUnit share, CancellationToken ct)
    {
        var unit = await db.HostingUnits.SingleAsync(u => u.Uid == share.HostingUnitUid, ct);
        Refusals.Raise(SharingRules.IsUnused(share, unit.Name, await ImageUse.AssignmentsAsync(db, [share.SpecUid], unit.Uid, ct)));
    }

    /// <summary>The share is there as it was before.</summary>
    /// <param name="errors">What it shows from now on; null leaves what it shows.</param>
    private static async Task GiveBackAsync(DarkroomDb db, Operation operation, IReadOnlyList<ProblemItemDto>? errors)
    {
        if (await db.ShareOfAsync(operation) is { Status: ImageShareStatus.Deleting } share)
        {
            share.Status = StoredJson.Read<ShareInput>(operation.Input).StatusBefore ?? ImageShareStatus.Failed;
            share.Errors = errors ?? share.Errors;
            db.Touch(await db.ImageVersionSpecs.SingleAsync(s => s.Uid == share.SpecUid));
        }
    }
}
