namespace Darkroom.Contracts;

/// <summary>Names of the API as people read them.</summary>
public static class PlainWords
{
    /// <summary>A name in capitals as the beginning of a sentence: <c>CheckPrerequisites</c> reads <c>Check prerequisites</c>.</summary>
    public static string Of(string name) => string.Concat(name.Select((letter, at) =>
        at > 0 && char.IsUpper(letter) && !char.IsUpper(name[at - 1]) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));
}
