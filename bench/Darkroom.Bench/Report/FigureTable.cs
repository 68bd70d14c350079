namespace Darkroom.Bench.Report;

/// <summary>The table that the command prints.</summary>
internal static class FigureTable
{
    public static void Write(TextWriter output, IReadOnlyList<Figure> figures)
    {
        IReadOnlyList<string[]> rows =
        [
            ["figure", "value", "goal", "floor"],
            .. figures.Select(f => new[] { f.Name, f.Value, f.Goal ?? "", f.Floor ?? "" }),
        ];
        int[] widths = [.. Enumerable.Range(0, 4).Select(column => rows.Max(row => row[column].Length))];
        output.WriteLine();
        output.WriteLine(Machine.Description);
        foreach (var row in rows)
        {
            output.WriteLine($"{row[0].PadRight(widths[0])}  {row[1].PadLeft(widths[1])}  {row[2].PadLeft(widths[2])}  {row[3].PadLeft(widths[3])}".TrimEnd());
        }

        output.WriteLine();
    }
}
