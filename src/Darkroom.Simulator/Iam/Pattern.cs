using System.IO.Enumeration;

namespace Darkroom.Simulator.Iam;

/// <summary>AWS's wildcards: <c>*</c> for any text, <c>?</c> for one character.</summary>
internal static class Pattern
{
    public static bool Matches(string pattern, string text, bool ignoreCase) => FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase);
}
