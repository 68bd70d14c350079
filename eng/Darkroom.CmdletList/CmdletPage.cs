using System.Text;

namespace Darkroom.CmdletList;

/// <summary>The list as a page of the documentation.</summary>
public static class CmdletPage
{
    private const string Heading =
        """
        # The documented cmdlets, and which are here

        `eng/update-cmdlet-list` writes this page from tables that were written by hand from the public reference, never from the module. A test compares them with the
        module both ways. What a cmdlet here does, parameter by parameter, is in the [cmdlet reference](cmdlet-reference.md).

        *Here*: does what the reference says. *Not here*: PowerShell finds no such cmdlet, so that nothing seems to work that doesn't; the reason stands beside it.
        *Beyond*: the reference doesn't name it. Parameters in italics are taken, so that existing scripts run, and have no effect. *Refused*: taken, and answered by an error.
        A dash stands where the reference's parameters aren't known.


        """;

    public static string Of(ReferenceList list)
    {
        var text = new StringBuilder(Heading);
        var named = list.Cmdlets.Where(cmdlet => cmdlet.Mark != Mark.Beyond).ToList();
        text.Append($"Of {named.Count} cmdlets {named.Count(cmdlet => cmdlet.Mark == Mark.Here)} are here.\n\n");
        var usual = list.Cmdlets.SelectMany(cmdlet => cmdlet.Parameters).GroupBy(parameter => parameter.Name)
            .ToDictionary(alike => alike.Key, alike => alike.GroupBy(parameter => parameter.Mark).MaxBy(marked => marked.Count())!.First());
        WriteShared(text, usual);
        foreach (var area in list.Cmdlets.GroupBy(cmdlet => cmdlet.Area))
        {
            text.Append($"\n## {area.Key}\n\n| cmdlet | | parameters |\n| --- | --- | --- |\n");
            foreach (var cmdlet in area)
            {
                text.Append($"| `{cmdlet.Name}` | {State(cmdlet.Mark, cmdlet.Why)} | {ParametersOf(cmdlet, usual)} |\n");
            }
        }

        WriteDrive(text, list);
        return text.ToString();
    }

    private static void WriteShared(StringBuilder text, Dictionary<string, ListedParameter> usual)
    {
        text.Append("Shared parameters, which the tables name in a word:\n\n| | parameters |\n| --- | --- |\n");
        foreach (var (shorthand, word) in Words)
        {
            text.Append($"| {word} | ").AppendJoin(", ", ReferenceList.SharedBy(shorthand).Select(name => Shown(usual[name]))).Append(" |\n");
        }
    }

    private static void WriteDrive(StringBuilder text, ReferenceList list)
    {
        text.Append("\n## The drive\n\nWhat PowerShell's own commands take on `XDHyp:`.\n\n| command | at | parameter | | |\n| --- | --- | --- | --- | --- |\n");
        foreach (var command in list.Drive)
        {
            foreach (var alike in command.Parameters.GroupBy(parameter => (parameter.Mark, parameter.Why)))
            {
                var names = string.Join(", ", alike.Select(parameter => $"`{parameter.Name}`"));
                text.Append($"| `{command.Name}` | {command.Place} | {names} | {Word(alike.Key.Mark)} | {alike.Key.Why} |\n");
            }
        }
    }

    private static readonly (string Shorthand, string Word)[] Words =
        [("@listing", "*list*"), ("@async", "*task*"), ("@changing", "*change*"), ("@common", "*common*")];

    /// <summary>A word stands for parameters that are here as they are almost everywhere.</summary>
    private static string ParametersOf(ListedCmdlet cmdlet, Dictionary<string, ListedParameter> usual)
    {
        var left = cmdlet.Parameters.ToList();
        var words = new List<string>();
        foreach (var (shorthand, word) in Words)
        {
            var shared = ReferenceList.SharedBy(shorthand).ToList();
            if (shared.TrueForAll(name => left.Exists(parameter => parameter.Name == name && parameter.Mark == usual[name].Mark)))
            {
                left.RemoveAll(parameter => shared.Contains(parameter.Name));
                words.Add(word);
            }
        }

        return cmdlet.Parameters.Count == 0 ? "-" : string.Join(", ", left.Select(parameter => Shown(parameter) + Remark(parameter)).Concat(words));
    }

    private static string Shown(ListedParameter parameter) => parameter.Mark == Mark.WithoutEffect ? $"*`{parameter.Name}`*" : $"`{parameter.Name}`";

    private static string Remark(ListedParameter parameter) => parameter switch
    {
        { Mark: Mark.Here, Why: "" } => "",
        { Mark: Mark.Here } => $" ({parameter.Why})",
        _ => $" ({State(parameter.Mark, parameter.Why)})",
    };

    private static string State(Mark mark, string why) => why.Length == 0 ? Word(mark) : $"{Word(mark)}: {why}";

    private static string Word(Mark mark) => mark switch
    {
        Mark.NotHere => "not here",
        Mark.WithoutEffect => "without effect",
        Mark.Refused => "refused",
        Mark.Beyond => "beyond",
        _ => "here",
    };
}
