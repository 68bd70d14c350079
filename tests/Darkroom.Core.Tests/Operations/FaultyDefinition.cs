using Darkroom.Contracts.Operations;
using Darkroom.Core.Errors;
using Darkroom.Core.Operations;
using Darkroom.Core.Storage;
using Darkroom.Core.UseCases;

namespace Darkroom.Core.Tests.Operations;

/// <summary>What goes wrong around the steps of an operation.</summary>
internal sealed class StepFaults
{
    private readonly HashSet<string> _lost = [];

    /// <summary>The step that fails for good after it had its effect, once.</summary>
    public int? FailAt { get; set; }

    /// <summary>Every Do and Undo takes effect, and the host is dropped before anybody hears of it, once each.</summary>
    public bool LoseOutcomes { get; set; }

    /// <summary>Runs after a step's effect and before its outcome is written.</summary>
    public Func<string, Task>? OnEffect { get; set; }

    public int OutcomesLost => _lost.Count;

    public void AfterEffect(string step)
    {
        if (LoseOutcomes && _lost.Add(step))
        {
            throw new HostDroppedException($"after {step} had its effect");
        }
    }
}

/// <summary>An operation's real definition, with faults around its steps.</summary>
internal sealed class FaultyDefinition(OperationDefinition inner, StepFaults faults) : OperationDefinition
{
    public static readonly ErrorDefinition Planted = new("PlantedFailure", 500, "The test lets {0} fail.", "None.");

    public override string Kind => inner.Kind;

    public override string TaskType => inner.TaskType;

    public override IReadOnlyList<Step> Steps =>
    [
        .. inner.Steps.Select((step, index) => step with
        {
            Do = async context =>
            {
                var result = await step.Do(context);
                if (result is not StepResult.Completed)
                {
                    return result;
                }

                if (faults.FailAt == index)
                {
                    faults.FailAt = null;
                    return StepResult.Fail([Planted.With(step.Name)]);
                }

                if (faults.OnEffect is { } onEffect)
                {
                    await onEffect(step.Name);
                }

                faults.AfterEffect(step.Name);
                return result;
            },
            Undo = step.Undo is null ? null : async context =>
            {
                await step.Undo(context);
                faults.AfterEffect(step.Name + " undo");
            },
        }),
    ];

    public override Task OnFailedAsync(DarkroomDb db, Operation operation, IReadOnlyList<Error> errors) => inner.OnFailedAsync(db, operation, errors);

    public override Task OnUnfinishedAsync(DarkroomDb db, Operation operation) => inner.OnUnfinishedAsync(db, operation);

    public override Task OnCanceledAsync(DarkroomDb db, Operation operation) => inner.OnCanceledAsync(db, operation);

    public override Task OnRetriedAsync(Change change, Operation operation) => inner.OnRetriedAsync(change, operation);

    public override Task<Func<Change, Operation, Task<string>>> ReviseAsync(
        DarkroomDb db, Operation operation, RetryOperationRequest request, CancellationToken ct) => inner.ReviseAsync(db, operation, request, ct);
}
