using System.Management.Automation;
using System.Text.RegularExpressions;

namespace Darkroom.PowerShell.Filtering;

/// <summary>A parameter that names objects: a name, or a pattern with PowerShell's wildcards, whatever its case.</summary>
internal sealed partial class NamePattern(string text)
{
    private readonly WildcardPattern _pattern = new(text, WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant);

    /// <summary>Null, like an empty text, is no pattern.</summary>
    public static NamePattern? Of(string? text) => string.IsNullOrEmpty(text) ? null : new NamePattern(text);

    /// <summary>A name that stands for one object alone, which is then missed when it isn't there.</summary>
    public bool IsName { get; } = !WildcardPattern.ContainsWildcardCharacters(text);

    /// <summary>The text, its escapes taken out.</summary>
    public string Name => WildcardPattern.Unescape(text);

    /// <summary>
    /// What the server is asked for: it knows <c>*</c> alone, so whatever else a pattern may have is widened to that, and its answer is matched again.
    /// </summary>
    public string ForServer => OtherWildcards().Replace(text, "*");

    public bool Matches(string name) => _pattern.IsMatch(name);

    [GeneratedRegex(@"`.|\?|\[[^\]]*\]")]
    private static partial Regex OtherWildcards();
}
