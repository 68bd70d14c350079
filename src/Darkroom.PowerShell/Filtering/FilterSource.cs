using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.Filtering;

/// <summary>A text that describes what is wanted, and the parameter that it was given to.</summary>
internal sealed record FilterSource(string Parameter, string Text)
{
    /// <summary>An error that shows its place in the text.</summary>
    public ModuleException Error(int position, string what, string remedy) => FilterErrors.At(Parameter, Text, position, what, remedy);
}
