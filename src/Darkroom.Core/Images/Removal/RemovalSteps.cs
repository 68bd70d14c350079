using Darkroom.Contracts.Operations;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.Operations;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Removal;

/// <summary>From the spec that is being removed to what is left of its image.</summary>
internal static class RemovalSteps
{
    // The cloud may hold a snapshot for a moment longer than the image that was made of it.
    private static readonly TimeSpan PatienceWithUse = TimeSpan.FromMinutes(1);

    public static async Task<StepResult> AwaitDiscardAsync(StepContext context)
    {
        var input = context.Input<RemovalInput>();
        if (input.PreparationId is not { } id)
        {
            return StepResult.Done();
        }

        return await context.ReadAsync(db => db.Operations.SingleOrDefaultAsync(o => o.Id == id)) switch
        {
            { State: OperationState.Stuck } => StepResult.Fail([ImageErrors.PreparationStuck.With(input.SpecUid, id)]),
            { IsEnded: false } => StepResult.Wait(TimeSpan.FromSeconds(2)),
            _ => StepResult.Done(),
        };
    }

    public static Task<StepResult> WithdrawAsync(StepContext context)
    {
        var input = context.Input<RemovalInput>();
        return Task.FromResult(StepResult.Done(apply: async db =>
        {
            var subject = await RemovalSubject.FindAsync(db, input.SpecUid, context.Cancel);
            Refusals.Raise(subject.Use(input.WithShares));
            db.RemoveRange(subject.Shares.Select(row => row.Share));
            db.Touch(subject.Spec);
        }));
    }

    public static async Task<StepResult> DeregisterAsync(StepContext context)
    {
        var input = context.Input<RemovalInput>();
        if (input.PurgeDbOnly || input.ImageId is not { } image)
        {
            return StepResult.Done();
        }

        try
        {
            await context.Cloud.DeregisterImageAsync(context.Access, image, context.Cancel);
            return StepResult.Done();
        }
        catch (CloudException e) when (!e.IsTransient)
        {
            // An earlier call may have taken effect all the same; only where the image is seen is the spec what it was.
            return await context.Cloud.GetImageAsync(context.Access, image, context.Cancel) is null
                ? StepResult.Done()
                : StepResult.Fail([e.Error], async db => (await db.ImageVersionSpecs.SingleAsync(s => s.Uid == input.SpecUid)).Status = input.StatusBefore);
        }
    }

    public static async Task<StepResult> DeleteSnapshotsAsync(StepContext context)
    {
        var input = context.Input<RemovalInput>();
        var left = new List<SnapshotLeft>();
        foreach (var snapshot in input.PurgeDbOnly ? [] : input.SnapshotIds)
        {
            try
            {
                await context.Cloud.DeleteSnapshotAsync(context.Access, snapshot, context.Cancel);
            }
            catch (CloudException e) when (!e.IsTransient)
            {
                left.Add(new SnapshotLeft(snapshot, e.Error.ToDto()));
            }
        }

        return left.Count > 0 && context.Now - context.WaitingSince < PatienceWithUse
            ? StepResult.Wait(TimeSpan.FromSeconds(10))
            : StepResult.Done(new SnapshotsLeft(left));
    }

    public static Task<StepResult> ForgetAsync(StepContext context)
    {
        var input = context.Input<RemovalInput>();
        var left = context.Output<SnapshotsLeft>("DeleteSnapshots");
        var now = context.Now;
        return Task.FromResult(StepResult.Done(apply: async db =>
        {
            var subject = await RemovalSubject.FindAsync(db, input.SpecUid, context.Cancel);
            Refusals.Raise(subject.Use(withShares: true));
            db.PendingImageDeletions.AddRange(left.Snapshots.Select(snapshot => new PendingImageDeletion
            {
                SnapshotId = snapshot.SnapshotId,
                ImageId = input.ImageId ?? "",
                DefinitionName = subject.Row.Definition.Name,
                VersionNumber = subject.Row.Version.Number,
                HostingUnitUid = subject.Row.HostingUnit.Uid,
                Reason = snapshot.Reason,
                CreatedAt = now,
                LastTriedAt = now,
            }));
            db.Remove(subject.Spec);
            if (input.WithVersion)
            {
                await VersionInRemoval.RemoveAsync(db, subject.Row, context.Cancel);
            }
            else
            {
                db.Touch(subject.Row.Version);
            }
        }));
    }
}
