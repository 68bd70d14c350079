using Darkroom.HelpWriter.Model;

namespace Darkroom.HelpWriter.Writing;

/// <summary>A form in which a cmdlet can be called, as PowerShell writes it, without the parameters that many cmdlets share.</summary>
internal static class SyntaxLine
{
    public static string Of(CmdletHelp cmdlet, SyntaxForm form) =>
        string.Join(' ', form.Uses.Where(use => !use.Parameter.IsShared).Select(Word).Prepend(cmdlet.Name));

    private static string Word(ParameterUse use)
    {
        var name = use.Position is null ? $"-{use.Parameter.Name}" : $"[-{use.Parameter.Name}]";
        var word = use.Parameter.IsSwitch ? name : $"{name} <{use.Parameter.TypeName}>";
        return use.IsRequired ? word : $"[{word}]";
    }
}
