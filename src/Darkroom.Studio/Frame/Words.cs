using Darkroom.Contracts.Images;

namespace Darkroom.Studio.Frame;

/// <summary>The API's names as people read them.</summary>
public static class Words
{
    public static string Of(OsType os, SessionSupport sessions) => $"{os}, {Of(sessions)}";

    public static string Of(SessionSupport sessions) => sessions == SessionSupport.MultiSession ? "multi-session" : "single-session";

    /// <summary>A duration that is only roughly known.</summary>
    public static string Duration(double seconds) => Math.Round(seconds) switch
    {
        < 1 => "under 1 s",
        < 90 => $"{Math.Round(seconds)} s",
        < 90 * 60 => $"{Math.Round(seconds / 60)} min",
        var hours => $"{(int)Math.Round(hours / 60) / 60} h {(int)Math.Round(hours / 60) % 60} min",
    };

    /// <summary>A name in capitals as a sentence: <c>CheckPrerequisites</c> reads <c>Check prerequisites</c>.</summary>
    public static string Sentence(string name) => string.Concat(name.Select((letter, at) =>
        at > 0 && char.IsUpper(letter) && !char.IsUpper(name[at - 1]) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));
}
