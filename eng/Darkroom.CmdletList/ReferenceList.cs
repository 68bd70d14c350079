namespace Darkroom.CmdletList;

/// <summary>What the public reference names, each with a mark. It is written by hand into tables and never from the module.</summary>
public sealed record ReferenceList(IReadOnlyList<ListedCmdlet> Cmdlets, IReadOnlyList<ListedCommand> Drive)
{
    private const string AnyCmdlet = "*";

    private static readonly Dictionary<string, string[]> Shared = new()
    {
        ["@common"] = ["AdminAddress", "BearerToken", "VirtualSiteId", "TraceParent", "TraceState", "AdminClientIP"],
        ["@changing"] = ["LoggingId", "@common"],
        ["@async"] = ["RunAsynchronously", "PurgeJobOnSuccess"],
        ["@listing"] = ["MaxRecordCount", "ReturnTotalRecordCount", "Skip", "SortBy", "Filter", "FilterScope", "Property", "@common"],
    };

    /// <summary>The names of the parameters that a shorthand such as <c>@common</c> stands for.</summary>
    public static IEnumerable<string> SharedBy(string shorthand) => Shared[shorthand].SelectMany(Expanded);

    /// <summary>Reads the tables.</summary>
    /// <param name="text">The text of a table, by its file's name.</param>
    public static ReferenceList Read(Func<string, string> text)
    {
        var marks = Rows(text("reference-marks.tsv")).ToDictionary(row => (row[0], row[1]), row => (Mark: MarkOf(row[2]), Why: Note(row[3])));
        var described = Rows(text("reference-parameters.tsv")).ToLookup(row => row[0], row => row[1]);
        return new ReferenceList(
            [.. Rows(text("reference-cmdlets.tsv")).Select(row => new ListedCmdlet(row[0], row[1], MarkOf(row[2]), Note(row[3]), Parameters(row, described[row[0]], marks)))],
            [.. Rows(text("reference-drive.tsv"))
                .GroupBy(row => (Command: row[0], Place: row[1]))
                .Select(rows => new ListedCommand(
                    rows.Key.Command, rows.Key.Place, [.. rows.Select(row => new ListedParameter(row[2], MarkOf(row[3]), Note(row[4])))]))]);
    }

    private static ListedParameter[] Parameters(
        string[] cmdlet, IEnumerable<string> described, Dictionary<(string Cmdlet, string Parameter), (Mark Mark, string Why)> marks) =>
        [.. described.Concat(Note(cmdlet[4]).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Expanded)).Distinct().Select(name =>
        {
            var marked = marks.TryGetValue((cmdlet[0], name), out var own) || marks.TryGetValue((AnyCmdlet, name), out own);
            return marked ? new ListedParameter(name, own.Mark, own.Why) : new ListedParameter(name, Mark.Here, "");
        })];

    private static IEnumerable<string> Expanded(string name) => name.StartsWith('@') ? SharedBy(name) : [name];

    private static Mark MarkOf(string text) => Enum.Parse<Mark>(text.Replace(" ", ""), ignoreCase: true);

    private static string Note(string text) => text == "-" ? "" : text;

    private static IEnumerable<string[]> Rows(string table) =>
        table.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'));
}
