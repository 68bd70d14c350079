using System.Text;
using Darkroom.HelpWriter.Model;

namespace Darkroom.HelpWriter.Writing;

/// <summary>Help as a document: a section a cmdlet. What many cmdlets share is told once.</summary>
public static class MarkdownDocument
{
    public static string Of(IReadOnlyList<CmdletHelp> cmdlets)
    {
        var text = new StringBuilder();
        text.Append(
            """
            # Cmdlet reference

            What `Get-Help` says of each cmdlet of the module `Darkroom`. `eng/update-cmdlet-docs` writes this page; each example on it is run by a test.
            `Get-Help about_Darkroom`, `about_XDHyp` and `about_Darkroom_Filtering` tell of the server, the drive and lists; [PowerShell](powershell.md) is where to begin, [the list of documented cmdlets](cmdlets.md) says which of them are here.


            """);
        foreach (var cmdlet in cmdlets)
        {
            text.Append($"- [{cmdlet.Name}](#{Anchor(cmdlet.Name)}): {Escaped(cmdlet.Synopsis)}\n");
        }

        text.Append("\n## Shared parameters\n\n| parameter | type | |\n| --- | --- | --- |\n");
        foreach (var parameter in cmdlets.SelectMany(cmdlet => cmdlet.Parameters).Where(parameter => parameter.IsShared).DistinctBy(parameter => parameter.Name).OrderBy(parameter => parameter.Name, StringComparer.Ordinal))
        {
            text.Append($"| `{parameter.Name}` | {TypeOf(parameter)} | {DescriptionOf(parameter)} |\n");
        }

        foreach (var cmdlet in cmdlets)
        {
            Write(text, cmdlet);
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, CmdletHelp cmdlet)
    {
        text.Append($"\n## {cmdlet.Name}\n");
        foreach (var paragraph in cmdlet.Description.Concat(cmdlet.Notes))
        {
            text.Append($"\n{Escaped(paragraph)}\n");
        }

        text.Append("\n```powershell\n").AppendJoin('\n', cmdlet.Syntax.Select(form => SyntaxLine.Of(cmdlet, form))).Append("\n```\n");
        WriteParameters(text, cmdlet);
        if (cmdlet.Inputs.Count > 0)
        {
            text.Append("\nFrom the pipeline: ").AppendJoin("; ", cmdlet.Inputs.Select(input => $"`{input.Name}`. {Escaped(input.Description)}")).Append('\n');
        }

        text.Append("\nReturns: ").Append(cmdlet.Outputs.Count == 0 ? "nothing." : string.Join(", ", cmdlet.Outputs.Select(output => $"`{output.Name}`"))).Append('\n');
        foreach (var example in cmdlet.Examples)
        {
            text.Append(example.Introduction.Length == 0 ? "" : $"\n{Escaped(example.Introduction)}\n").Append($"\n```powershell\n{example.Code}\n```\n");
            text.Append(example.Remarks.Length == 0 ? "" : $"\n{Escaped(example.Remarks)}\n");
        }
    }

    private static void WriteParameters(StringBuilder text, CmdletHelp cmdlet)
    {
        var own = cmdlet.Syntax.SelectMany(form => form.Uses).Where(use => !use.Parameter.IsShared).GroupBy(use => use.Parameter.Name).ToList();
        if (own.Count > 0)
        {
            text.Append("\n| parameter | type | position | pipeline | |\n| --- | --- | --- | --- | --- |\n");
        }

        foreach (var use in own.Select(uses => uses.First()))
        {
            var parameter = use.Parameter;
            var aliases = string.Concat(parameter.Aliases.Select(alias => $", `{alias}`"));
            var pipeline = (use.FromPipeline, use.FromPipelineByName) switch { (true, true) => "value, name", (true, false) => "value", (false, true) => "name", _ => "" };
            text.Append($"| `{parameter.Name}`{aliases} | {TypeOf(parameter)} | {use.Position} | {pipeline} | {DescriptionOf(parameter)} |\n");
        }

        var shared = cmdlet.Parameters.Where(parameter => parameter.IsShared).Select(parameter => $"`{parameter.Name}`").ToList();
        if (shared.Count > 0)
        {
            text.Append("\nAnd of the [shared ones](#shared-parameters) ").AppendJoin(", ", shared).Append(".\n");
        }
    }

    private static string TypeOf(ParameterHelp parameter) => parameter.IsSwitch ? "switch" : Escaped(parameter.TypeName);

    private static string DescriptionOf(ParameterHelp parameter)
    {
        var values = parameter.Values.Count == 0 ? "" : $" One of {string.Join(", ", parameter.Values.Select(value => $"`{value}`"))}.";
        return Escaped(string.Join(" ", parameter.Description)) + values;
    }

    private static string Anchor(string heading) => heading.ToLowerInvariant();

    private static string Escaped(string text) => text.Replace("|", "\\|").Replace("*", "\\*").Replace("<", "\\<");
}
