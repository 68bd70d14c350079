using Darkroom.Contracts.Operations;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Operations;

/// <summary>Operations as the surfaces show them.</summary>
public sealed class OperationView(OperationRuns runs)
{
    public async Task<OperationDto> OfAsync(DarkroomDb db, Operation operation, CancellationToken ct) => (await OfAsync(db, [operation], ct))[0];

    /// <summary>Four queries, however many operations.</summary>
    public async Task<IReadOnlyList<OperationDto>> OfAsync(DarkroomDb db, IReadOnlyList<Operation> operations, CancellationToken ct)
    {
        var ids = operations.Select(o => o.Id).ToList();
        var subjects = operations.Select(o => o.SubjectUid).OfType<Guid>().ToList();
        var events = (await db.OperationEvents.AsNoTracking().Where(e => ids.Contains(e.OperationId)).OrderBy(e => e.Sequence).ToListAsync(ct))
            .ToLookup(e => e.OperationId);
        var intents = (await db.ResourceIntents.AsNoTracking().Where(i => ids.Contains(i.OperationId) && i.ClosedAt == null).ToListAsync(ct))
            .ToLookup(i => i.OperationId);
        var warnings = await db.ImageVersionSpecs.AsNoTracking().Where(s => subjects.Contains(s.Uid)).Select(s => new { s.Uid, s.Warnings })
            .ToDictionaryAsync(s => s.Uid, s => s.Warnings, ct);
        var metadata = await db.OperationMetadata.AsNoTracking().Where(m => ids.Contains(m.OperationId)).ToDictionaryAsync(m => m.OperationId, m => m.Values, ct);
        return
        [
            .. operations.Select(o => Of(
                o, events[o.Id], intents[o.Id], o.SubjectUid is { } subject && warnings.TryGetValue(subject, out var found) ? found : []) with
            {
                Metadata = metadata.GetValueOrDefault(o.Id, Metadata.None),
            }),
        ];
    }

    private OperationDto Of(Operation o, IEnumerable<OperationEvent> events, IEnumerable<ResourceIntent> intents, IReadOnlyList<ProblemItemDto> warnings)
    {
        var definition = runs.Definition(o.Kind);
        var steps = OperationLog.Fold(definition.Steps, events);
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
            CreatedAt = o.CreatedAt,
            StartedAt = o.StartedAt,
            FinishedAt = o.FinishedAt,
            LastUpdateAt = o.UpdatedAt,
            HeldUntil = o.State == OperationState.Held ? o.HeldUntil : null,
            CanCancel = !o.IsEnded || o.State == OperationState.Stuck,
            CanRetry = o.State is OperationState.Held or OperationState.Failed or OperationState.Canceled,
            CanDiscard = o.State is OperationState.Held or OperationState.Stuck,
            Error = o.State is OperationState.Succeeded ? null : o.Error,
            Warnings = warnings,
            Steps = [.. steps.Select(Of)],
            Leftovers = [.. intents.Select(i => new LeftoverDto(i.Kind.ToString(), i.ResourceId, i.Reference, i.Step))],
            StartedBy = o.StartedBy,
            Metadata = Metadata.None,
            Version = o.Version,
        };
    }

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
}
