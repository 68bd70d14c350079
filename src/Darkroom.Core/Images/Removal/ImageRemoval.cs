using Darkroom.Contracts.Images;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Errors;
using Darkroom.Core.Operations;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Removal;

/// <summary>
/// From a spec to none: its image and snapshots first, the record last; the record of its version, where that goes as well, with it.
/// <code>
/// step             undo   a Retry starts at
/// AwaitDiscard     –      itself
/// WithdrawImage    –      itself
/// DeregisterImage  –      itself
/// DeleteSnapshots  –      itself
/// ForgetSpec       –      itself
/// </code>
/// </summary>
public sealed class ImageRemoval : OperationDefinition
{
    public const string OperationKind = "RemoveImage";

    private const string PointOfNoReturn = "DeregisterImage";

    public override string Kind => OperationKind;

    public override string TaskType => "RemoveProvImageVersionSpec";

    public override IReadOnlyList<Step> Steps { get; } =
    [
        new("AwaitDiscard", RemovalSteps.AwaitDiscardAsync, "Processing", "ValidatingInputs") { Deadline = _ => TimeSpan.FromMinutes(30) },
        new("WithdrawImage", RemovalSteps.WithdrawAsync, "Processing", "ValidatingInputs"),
        new(PointOfNoReturn, RemovalSteps.DeregisterAsync, "Processing", "Running"),
        new("DeleteSnapshots", RemovalSteps.DeleteSnapshotsAsync, "Processing", "Running"),
        new("ForgetSpec", RemovalSteps.ForgetAsync, "Processing", "CommittingRemoveImageVersionSpec"),
    ];

    public override Task OnFailedAsync(DarkroomDb db, Operation operation, IReadOnlyList<Error> errors) =>
        GiveBackAsync(db, operation, [.. errors.Select(e => e.ToDto())]);

    public override Task OnUnfinishedAsync(DarkroomDb db, Operation operation) => GiveBackAsync(db, operation, null);

    public override Task OnCanceledAsync(DarkroomDb db, Operation operation) => GiveBackAsync(db, operation, operation.Error is { } error ? [error] : null);

    /// <exception cref="DarkroomException">ImageVersionSpecNotFound, and what stands in the way by now.</exception>
    public override async Task OnRetriedAsync(Change change, Operation operation)
    {
        var input = StoredJson.Read<RemovalInput>(operation.Input);
        var subject = await RemovalSubject.FindAsync(change.Db, input.SpecUid, CancellationToken.None);
        var reach = new RemovalReach(input.WithShares, input.PurgeDbOnly);
        operation.Input = StoredJson.Write(await RemovalStart.TakeAsync(change, subject, reach, input.WithVersion, CancellationToken.None));
        subject.Spec.Errors = [];
    }

    /// <summary>What the spec is when its removal didn't finish; where nobody knows whether the image is there, it has failed.</summary>
    private static async Task GiveBackAsync(DarkroomDb db, Operation operation, IReadOnlyList<ProblemItemDto>? errors)
    {
        var input = StoredJson.Read<RemovalInput>(operation.Input);
        if (input.IsGivenBack || await db.ImageVersionSpecs.SingleOrDefaultAsync(s => s.Uid == input.SpecUid) is not { } spec)
        {
            return;
        }

        if (spec.Status == ImageVersionSpecStatus.Deleting)
        {
            var touched = input is { PurgeDbOnly: false, ImageId: not null } && await db.OperationEvents.AnyAsync(
                e => e.OperationId == operation.Id && e.Step == PointOfNoReturn && e.Kind == OperationEventKind.StepStarted && e.Attempt == operation.Attempt);
            spec.Status = touched ? ImageVersionSpecStatus.Failed : input.StatusBefore;
        }

        if (input.WithVersion)
        {
            await VersionInRemoval.GiveBackAsync(db, spec);
        }

        spec.Errors = errors ?? spec.Errors;
        operation.Input = StoredJson.Write(input with { IsGivenBack = true });
    }
}
