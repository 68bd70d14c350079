using Darkroom.Core.Errors;
using Darkroom.Core.Operations;
using Darkroom.Core.Tests.Operations.Faults;

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

    /// <summary>A fault of the steps themselves.</summary>
    public Func<Step, Step> Plant { get; set; } = step => step;

    /// <summary>A fault of the operation's: a failure means nothing to the domain.</summary>
    public bool ForgetFailures { get; set; }

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
internal static class FaultyDefinition
{
    public static readonly ErrorDefinition Planted = new("PlantedFailure", 500, "The test lets {0} fail.", "None.");

    public static OperationDefinition Of(OperationDefinition inner, StepFaults faults) =>
        new AlteredDefinition(inner, step => Around(inner, faults.Plant(step), faults)) { ForgetsFailures = () => faults.ForgetFailures };

    private static Step Around(OperationDefinition inner, Step step, StepFaults faults) => step with
    {
        Do = async context =>
        {
            var result = await step.Do(context);
            if (result is not StepResult.Completed)
            {
                return result;
            }

            if (faults.FailAt == inner.IndexOf(step.Name))
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
    };
}
