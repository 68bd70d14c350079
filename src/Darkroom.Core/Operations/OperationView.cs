using Darkroom.Contracts.Images;
using Darkroom.Contracts.Operations;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Images;
using Darkroom.Core.Images.Preparation;
using Darkroom.Core.Images.Removal;
using Darkroom.Core.Images.Sharing;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Operations;

/// <summary>Operations as the surfaces show them.</summary>
public sealed class OperationView(OperationRuns runs)
{
    public async Task<OperationDto> OfAsync(DarkroomDb db, Operation operation, CancellationToken ct) => (await OfAsync(db, [operation], ct))[0];

    /// <summary>Seven queries, however many operations.</summary>
    public async Task<IReadOnlyList<OperationDto>> OfAsync(DarkroomDb db, IReadOnlyList<Operation> operations, CancellationToken ct)
    {
        var ids = operations.Select(o => o.Id).ToList();
        var subjects = operations.Select(o => o.SubjectUid).OfType<Guid>().ToList();
        var events = (await db.OperationEvents.AsNoTracking().Where(e => ids.Contains(e.OperationId)).OrderBy(e => e.Sequence).ToListAsync(ct))
            .ToLookup(e => e.OperationId);
        var intents = (await db.ResourceIntents.AsNoTracking().Where(i => ids.Contains(i.OperationId) && i.ClosedAt == null).ToListAsync(ct))
            .ToLookup(i => i.OperationId);
        var specs = await ImageVersionSpecView.Rows(db).AsNoTracking().Where(row => subjects.Contains(row.Spec.Uid)).ToDictionaryAsync(row => row.Spec.Uid, ct);
        var shares = await db.ImageVersionSpecHostingUnits.AsNoTracking().Where(share => share.OperationId != null && ids.Contains(share.OperationId.Value))
            .ToDictionaryAsync(share => share.OperationId!.Value, ct);
        var unitUids = operations.Select(o => o.HostingUnitUid).OfType<Guid>().ToList();
        var units = await db.HostingUnits.AsNoTracking().Where(unit => unitUids.Contains(unit.Uid)).ToDictionaryAsync(unit => unit.Uid, unit => unit.Name, ct);
        var metadata = await db.OperationMetadata.AsNoTracking().Where(m => ids.Contains(m.OperationId)).ToDictionaryAsync(m => m.OperationId, m => m.Values, ct);
        return
        [
            .. operations.Select(o => Of(
                o, events[o.Id], intents[o.Id], specs.GetValueOrDefault(o.SubjectUid ?? Guid.Empty), shares.GetValueOrDefault(o.Id)) with
            {
                HostingUnitName = units.GetValueOrDefault(o.HostingUnitUid ?? Guid.Empty),
                Metadata = metadata.GetValueOrDefault(o.Id, Metadata.None),
            }),
        ];
    }

    private OperationDto Of(Operation o, IEnumerable<OperationEvent> events, IEnumerable<ResourceIntent> intents, ImageVersionSpecRow? spec, ImageVersionSpecHostingUnit? share)
    {
        var definition = runs.Definition(o.Kind);
        var steps = OperationLog.Fold(definition.Steps, events);
        var checks = ChecksOf(o, steps);
        var current = o.CurrentStep is { } name && o.State is OperationState.Running or OperationState.Undoing ? definition.Steps[definition.IndexOf(o.CurrentStep!)] : null;
        return new OperationDto
        {
            OperationId = o.Id,
            Kind = o.Kind,
            TaskType = definition.TaskType,
            State = o.State,
            TaskState = o.State switch
            {
                OperationState.Succeeded => "Finished",
                OperationState.Canceled => "Canceled",
                OperationState.Held or OperationState.Failed or OperationState.Stuck => o.TaskState ?? "ConfigurationError",
                _ => current?.TaskState ?? "Processing",
            },
            CurrentOperation = current?.CurrentOperation ?? (o.State == OperationState.Pending ? "ValidatingInputs" : ""),
            Progress = o.Progress,
            Attempt = o.Attempt,
            Title = o.Title,
            SubjectUid = o.SubjectUid,
            Image = spec is null ? null : Of(spec),
            HostingUnitUid = o.HostingUnitUid,

            // The input's members of these names; one that an older version wrote may lack some.
            Removal = o.Kind == ImageRemoval.OperationKind ? StoredJson.Read<OperationRemovalDto>(o.Input) : null,
            Removed = o.Kind == ImageRemoval.OperationKind ? StoredJson.Read<RemovalOfImage>(o.Input).Removed : null,
            CreatedAt = o.CreatedAt,
            StartedAt = o.StartedAt,
            FinishedAt = o.FinishedAt,
            LastUpdateAt = o.UpdatedAt,
            HeldUntil = o.State == OperationState.Held ? o.HeldUntil : null,
            CanCancel = !o.IsEnded || o.State == OperationState.Stuck,
            CanRetry = o.State is OperationState.Held or OperationState.Failed or OperationState.Canceled,
            CanDiscard = o.State is OperationState.Held or OperationState.Stuck,
            Error = o.State is OperationState.Succeeded ? null : o.Error,
            Errors = ErrorsOf(o, spec?.Spec, share),
            Checks = checks,
            Warnings = [.. checks.Where(check => check.Result == CheckResult.NotCheckable).Select(check => check.Problem).OfType<ProblemItemDto>(), .. WarningsOf(o, spec?.Spec)],
            Steps = [.. OperationLog.InLastAttempt(steps, events).Select(Of)],
            Guest = GuestProgress.Of(o.Kind, steps, events),
            Leftovers = [.. intents.Select(i => new LeftoverDto(i.Kind.ToString(), i.ResourceId, i.Reference, i.Step))],
            StartedBy = o.StartedBy,
            Metadata = Metadata.None,
            Version = o.Version,
        };
    }

    /// <summary>The operation keeps the first alone; the others are beside what it works on.</summary>
    private static IReadOnlyList<ProblemItemDto> ErrorsOf(Operation o, ImageVersionSpec? spec, ImageVersionSpecHostingUnit? share)
    {
        if (o.State == OperationState.Succeeded || o.Error is not { } error)
        {
            return [];
        }

        var all = share?.Errors ?? (spec?.OperationId == o.Id ? spec?.Errors : null) ?? [];
        return all.Count > 0 && all[0].Code == error.Code ? all : [error];
    }

    private static IReadOnlyList<ProblemItemDto> WarningsOf(Operation o, ImageVersionSpec? spec) => spec?.OperationId == o.Id ? spec.Warnings : [];

    /// <summary>From the log, which keeps them when the share is gone or another operation's.</summary>
    private static IReadOnlyList<ImageCheckDto> ChecksOf(Operation o, IEnumerable<StepRecord> steps)
    {
        var checking = o.Kind switch
        {
            ImageSharing.OperationKind => ShareSteps.Checking,
            ImagePreparation.OperationKind => PrerequisiteStep.Checking,
            _ => null,
        };
        return steps.FirstOrDefault(step => step.Name == checking)?.Output is { } output ? StoredJson.Read<CheckedStep>(output).Checks : [];
    }

    private static OperationImageDto Of(ImageVersionSpecRow row) => new()
    {
        ImageVersionSpecUid = row.Spec.Uid,
        SourceImageVersionSpecUid = row.Spec.SourceSpecUid ?? Guid.Empty,
        ImageVersionUid = row.Version.Uid,
        ImageVersionNumber = row.Version.Number,
        ImageDefinitionUid = row.Definition.Uid,
        ImageDefinitionName = row.Definition.Name,
        HostingUnitUid = row.HostingUnit.Uid,
        HostingUnitName = row.HostingUnit.Name,
        MasterImagePath = row.Spec.MasterImagePath,
        DiskSize = row.Spec.DiskSizeGb,
        MachineProfile = row.Spec.Scheme?.MachineProfile,
        CustomProperties = row.Spec.Scheme?.CustomProperties,
    };

    private static OperationStepDto Of(StepRecord step) => new()
    {
        Name = step.Name,
        State = step.State,
        StartedAt = step.StartedAt,
        FinishedAt = step.FinishedAt,
        LastEvent = step.LastMessage,
        Error = step.Error,
    };

    public static OperationEventDto Of(OperationEvent e) => new()
    {
        Sequence = e.Sequence,
        OperationId = e.OperationId,
        At = e.At,
        Kind = e.Kind.ToString(),
        Step = e.Step,
        Attempt = e.Attempt,
        Message = e.Message,
        Progress = e.Progress,
        Error = e.Error,
    };

    /// <summary>What a removal's input says of its image; one that an older version wrote says nothing, and may lack what is required by now.</summary>
    private sealed record RemovalOfImage
    {
        public RemovedImageDto? Removed { get; init; }
    }

    /// <summary>What the outputs of the steps that check have in common; logs of older versions may have none.</summary>
    private sealed record CheckedStep
    {
        public IReadOnlyList<ImageCheckDto> Checks { get; init; } = [];
    }
}
