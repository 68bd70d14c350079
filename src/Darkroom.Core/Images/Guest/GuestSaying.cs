using Darkroom.Contracts.Operations;

namespace Darkroom.Core.Images.Guest;

/// <summary>An event of a guest's report as it lies in the operation's log.</summary>
/// <param name="Item">Null of the report's beginning and end.</param>
public sealed record GuestSaying(GuestItemKind? Item, string Name, string? Value = null, string? Detail = null)
{
    public const string Begin = "Begin";
    public const string End = "End";

    public static GuestSaying Of(GuestEvent said) => said switch
    {
        GuestBegan began => new(null, Begin, began.Os.ToString()),
        GuestStepEnded step => new(GuestItemKind.Step, step.Step.ToString(), step.Outcome.ToString(), step.Detail),
        GuestFact fact => new(GuestItemKind.Fact, fact.Name.ToString(), fact.Value),
        _ => new(null, End),
    };

    /// <summary>For people.</summary>
    public string ToSentence() => this switch
    {
        { Item: GuestItemKind.Step } => $"The guest: {Name} {Value}.{(Detail is null ? "" : $" {Detail}")}",
        { Item: GuestItemKind.Fact } => $"The guest: {Name} is {(string.IsNullOrEmpty(Value) ? "not there" : Value)}.",
        { Name: Begin } => $"The guest ({Value}) has begun.",
        _ => "The guest has said everything.",
    };
}
