using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.Hosting;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.Operations;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Images.Preparation;

/// <summary>
/// From a master AMI and a machine profile to a sealed AMI.
/// <code>
/// step                         undo                          a Retry starts at
/// CheckPrerequisites           –                             itself
/// EnsureIsolationGroup         –                             itself
/// StartPreparationInstance     terminate it                  itself
/// AwaitGuest                   –                             StartPreparationInstance
/// JudgeGuest                   –                             StartPreparationInstance
/// CaptureImage                 delete image and snapshots    itself
/// AwaitImage                   –                             CaptureImage
/// SealImage                    –                             itself
/// ReleasePreparationInstance   –                             itself
/// PublishImage                 –                             itself
/// </code>
/// </summary>
public sealed class ImagePreparation : OperationDefinition
{
    public const string OperationKind = "PrepareImage";

    private readonly PreparationInputs _inputs;

    public ImagePreparation(PreparationInputs inputs)
    {
        _inputs = inputs;
        Steps =
        [
            new(PrerequisiteStep.Checking, PrerequisiteStep.CheckAsync, "LocatingResources", "ValidatingInputs"),
            new(IsolationGroupStep.Name, IsolationGroupStep.EnsureAsync, "LocatingResources", "ValidatingInputs")
            {
                Deadline = _ => TimeSpan.FromMinutes(3),
                DeadlineError = PreparationErrors.IsolationGroupOpen,
            },
            new(PreparationInstanceSteps.Starting, PreparationInstanceSteps.StartAsync, "ConsolidatingMasterImage", "ConsolidatingMasterImage")
            {
                Undo = PreparationInstanceSteps.TerminateAsync,
            },
            new(GuestSteps.Awaiting, GuestSteps.AwaitAsync, "ConsolidatingMasterImage", "PreparingMasterImage")
            {
                RetryFrom = PreparationInstanceSteps.Starting,
                Deadline = context => GuestSteps.Deadline(context.Input<PreparationInput>()),
                DeadlineError = PreparationErrors.GuestTimedOut,
                Weight = 5,
            },
            new("JudgeGuest", GuestSteps.JudgeAsync, "ConsolidatingMasterImage", "PreparingMasterImage") { RetryFrom = PreparationInstanceSteps.Starting },
            new("CaptureImage", ImageSteps.CaptureAsync, "ReplicatingConsolidatedImageToAllStorage", "ReplicatingMasterImage") { Undo = ImageSteps.DeleteAsync },
            new("AwaitImage", ImageSteps.AwaitAsync, "ReplicatingConsolidatedImageToAllStorage", "ReplicatingMasterImage")
            {
                RetryFrom = "CaptureImage",
                Deadline = _ => TimeSpan.FromHours(4),
                Weight = 5,
            },
            new("SealImage", ImageSteps.SealAsync, "ReplicatingConsolidatedImageToAllStorage", "ReplicatingMasterImage"),
            new(PreparationInstanceSteps.Releasing, PreparationInstanceSteps.ReleaseAsync, "StoringProvisioningScheme", "CommittingImageVersionSpec"),
            new("PublishImage", ImageSteps.PublishAsync, "StoringProvisioningScheme", "CommittingImageVersionSpec"),
        ];
    }

    public override string Kind => OperationKind;

    public override string TaskType => "NewProvImageVersionSpec";

    public override IReadOnlyList<Step> Steps { get; }

    public override Task OnFailedAsync(DarkroomDb db, Operation operation, IReadOnlyList<Error> errors) =>
        OnSpecAsync(db, operation, spec => (spec.Status, spec.Errors) = (ImageVersionSpecStatus.Failed, [.. errors.Select(e => e.ToDto())]));

    public override Task OnUnfinishedAsync(DarkroomDb db, Operation operation) => OnSpecAsync(
        db,
        operation,
        spec =>
        {
            if (spec.Status == ImageVersionSpecStatus.InProgress)
            {
                (spec.Status, spec.Errors) = (ImageVersionSpecStatus.Failed, operation.Error is { } error ? [error] : []);
            }
        });

    public override Task OnCanceledAsync(DarkroomDb db, Operation operation) => OnSpecAsync(
        db,
        operation,
        spec =>
        {
            // The removal of the spec may have discarded the preparation before somebody cancelled it, and goes on.
            var status = spec.Status == ImageVersionSpecStatus.Deleting ? spec.Status : ImageVersionSpecStatus.Failed;
            (spec.Status, spec.Errors) = (status, operation.Error is { } error ? [error] : []);
        });

    /// <exception cref="DarkroomException">ImageVersionSpecNotFound: what was to be prepared has been removed meanwhile; HypervisorInMaintenanceMode.</exception>
    public override async Task OnRetriedAsync(Change change, Operation operation)
    {
        var db = change.Db;
        var spec = await db.ImageVersionSpecAsync(operation.SubjectUid ?? Guid.Empty, CancellationToken.None);
        await db.RequireStayingAsync(spec, CancellationToken.None);
        ConnectionIsNotInMaintenance.Check(await db.Connections.SingleAsync(c => c.Uid == operation.ConnectionUid));
        (spec.Status, spec.Errors) = (ImageVersionSpecStatus.InProgress, []);
    }

    public override Task<Func<Change, Operation, Task<string>>> ReviseAsync(
        DarkroomDb db, Operation operation, RetryOperationRequest request, CancellationToken ct) => _inputs.ReviseAsync(db, operation, request, ct);

    private static async Task OnSpecAsync(DarkroomDb db, Operation operation, Action<ImageVersionSpec> change)
    {
        if (await db.ImageVersionSpecs.SingleOrDefaultAsync(s => s.Uid == operation.SubjectUid) is { } spec)
        {
            change(spec);
        }
    }
}

/// <summary>The step contexts of a preparation in its own words.</summary>
internal static class PreparationContext
{
    public static PreparationInput Preparation(this StepContext context) => context.Input<PreparationInput>();

    public static ResourceTags Tags(this StepContext context)
    {
        var input = context.Preparation();
        return new ResourceTags(context.OperationId, context.StepReference, context.Access.ConnectionUid, input.DefinitionName, input.VersionNumber);
    }
}
