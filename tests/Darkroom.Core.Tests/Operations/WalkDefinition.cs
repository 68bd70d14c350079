using Darkroom.Core.Clouds;
using Darkroom.Core.Errors;
using Darkroom.Core.Operations;

namespace Darkroom.Core.Tests.Operations;

/// <summary>An operation whose steps end as chance wants, and which remembers what they have made.</summary>
internal sealed class WalkDefinition : PlainDefinition
{
    public const string Name = "Walk";
    private static readonly ErrorDefinition Chance = new("Chance", 500, "Chance wants it.", "None.");
    private Random _chance = new(0);

    public WalkDefinition() : base(Name) => Steps =
    [
        Row("One"), Row("Two"), Row("Three", retryFrom: "Two"), Row("Four") with { Undo = null }, Row("Five", retryFrom: "Three"),
    ];

    /// <summary>What exists: made under a step and an attempt, at most once each.</summary>
    public HashSet<(string Step, int Attempt)> Effects { get; } = [];

    /// <summary>Whether undoing may fail for good.</summary>
    public bool UndoMayFail { get; set; }

    public override IReadOnlyList<Step> Steps { get; }

    public void Begin(int seed)
    {
        _chance = new Random(seed);
        Effects.Clear();
        UndoMayFail = true;
    }

    private Step Row(string name, string? retryFrom = null) => new(name, context => DoAsync(name, context), "Processing", "Running")
    {
        Undo = context => UndoAsync(name, context),
        RetryFrom = retryFrom,
    };

    private Task<StepResult> DoAsync(string step, StepContext context)
    {
        var effect = step == "Four" ? default((string, int)?) : (step, context.Attempt);
        switch (_chance.Next(12))
        {
            case 0:
                return Task.FromResult(StepResult.Wait(TimeSpan.FromSeconds(1)));
            case 1:
                throw new HostDroppedException("before an effect");
            case 2:
                Make(effect);
                throw new HostDroppedException("after an effect");
            case 3:
                throw new CloudException(Chance.With(), transient: true);
            case 4:
                Make(effect);
                throw new CloudException(Chance.With(), transient: true);
            case 5:
                throw new CloudException(Chance.With(), transient: false);
            case 6:
                Make(effect);
                return Task.FromResult(StepResult.Fail([Chance.With()]));
            default:
                Make(effect);
                return Task.FromResult(StepResult.Done(new Dictionary<string, int> { ["attempt"] = context.Attempt }));
        }
    }

    private Task UndoAsync(string step, StepContext context)
    {
        switch (_chance.Next(8))
        {
            case 0:
                throw new HostDroppedException("before an undo");
            case 1:
                Effects.Remove((step, context.Attempt));
                throw new HostDroppedException("after an undo");
            case 2:
                throw new CloudException(Chance.With(), transient: true);
            case 3 when UndoMayFail:
                throw new CloudException(Chance.With(), transient: false);
            default:
                Effects.Remove((step, context.Attempt));
                return Task.CompletedTask;
        }
    }

    private void Make((string Step, int Attempt)? effect)
    {
        if (effect is { } made)
        {
            Effects.Add(made);
        }
    }
}
