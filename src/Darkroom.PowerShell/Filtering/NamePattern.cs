using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using System.Text.RegularExpressions;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.Filtering;

/// <summary>A parameter that names objects: a name, or a pattern with PowerShell's wildcards, whatever its case.</summary>
internal sealed partial class NamePattern
{
    private readonly string _text;
    private readonly WildcardPattern _pattern;

    private NamePattern(string text, WildcardPattern pattern) => (_text, _pattern) = (text, pattern);

    /// <summary>Null, like an empty text, is no pattern.</summary>
    /// <exception cref="ModuleException">InvalidFilter: it has wildcards that PowerShell doesn't understand.</exception>
    public static NamePattern? Of(string? text) => string.IsNullOrEmpty(text) ? null : Parse(text);

    /// <exception cref="ModuleException">InvalidFilter: it has wildcards that PowerShell doesn't understand.</exception>
    public static NamePattern Parse(string text) => TryParse(text, out var pattern) ? pattern : throw FilterErrors.NoPattern.With(text).About(text);

    public static bool TryParse(string text, [NotNullWhen(true)] out NamePattern? pattern)
    {
        var wildcards = new WildcardPattern(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);
        try
        {
            // The engine reads a pattern when it is first used.
            wildcards.IsMatch("");
            pattern = new NamePattern(text, wildcards);
            return true;
        }
        catch (WildcardPatternException)
        {
            pattern = null;
            return false;
        }
    }

    /// <summary>A name that stands for one object alone, which is then missed when it isn't there.</summary>
    public bool IsName => !WildcardPattern.ContainsWildcardCharacters(_text);

    /// <summary>The text, its escapes taken out.</summary>
    public string Name => WildcardPattern.Unescape(_text);

    /// <summary>
    /// What the server is asked for: it knows <c>*</c> alone, so whatever else a pattern may have is widened to that, and its answer is matched again.
    /// </summary>
    public string ForServer => OtherWildcards().Replace(_text, "*");

    public bool Matches(string name) => _pattern.IsMatch(name);

    [GeneratedRegex(@"`.|\?|\[[^\]]*\]")]
    private static partial Regex OtherWildcards();
}
