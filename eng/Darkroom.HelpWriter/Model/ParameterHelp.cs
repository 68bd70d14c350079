namespace Darkroom.HelpWriter.Model;

/// <summary>What help says of a parameter.</summary>
/// <param name="TypeName">As PowerShell writes it; empty for a switch.</param>
/// <param name="Description">Paragraphs.</param>
/// <param name="Values">What it takes, where that is a short list.</param>
/// <param name="DefaultValue">Null where it isn't set unless given.</param>
/// <param name="IsShared">Whether many cmdlets have it from the class they share.</param>
public sealed record ParameterHelp(
    string Name,
    string TypeName,
    IReadOnlyList<string> Description,
    IReadOnlyList<string> Values,
    string? DefaultValue,
    IReadOnlyList<string> Aliases,
    bool TakesWildcards,
    bool IsShared)
{
    public bool IsSwitch => TypeName.Length == 0;
}
