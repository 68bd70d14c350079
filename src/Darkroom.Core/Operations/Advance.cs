namespace Darkroom.Core.Operations;

/// <summary>What a run wants after it advanced.</summary>
/// <param name="Wait">Time on the clock until it wants to advance again; null when it rests until somebody asks.</param>
public readonly record struct Advance(TimeSpan? Wait)
{
    public static readonly Advance Again = new(TimeSpan.Zero);

    public static readonly Advance Rest = new((TimeSpan?)null);

    public static Advance After(TimeSpan delay) => new(delay);
}
