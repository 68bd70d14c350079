using Darkroom.Bench.Measures;
using Darkroom.Bench.Report;

namespace Darkroom.Bench;

/// <summary>Takes all figures, or the groups that are named, and prints them in one table.</summary>
internal static class Bench
{
    private static readonly (string Name, Func<CancellationToken, Task<IReadOnlyList<Figure>>> Take)[] Groups =
    [
        ("start", StartMeasure.TakeAsync),
        ("prepare", PreparationMeasure.TakeAsync),
        ("fleet", FleetMeasure.TakeAsync),
        ("read", ReadMeasure.TakeAsync),
        ("module", ModuleMeasure.TakeAsync),
        ("studio", StudioMeasure.TakeAsync),
    ];

    /// <summary>0 when everything finished, whatever the figures are; 1 when something didn't; 2 for an unknown group.</summary>
    public static async Task<int> RunAsync(string[] names)
    {
        if (names.Except(Groups.Select(g => g.Name)).ToList() is [var unknown, ..])
        {
            Console.Error.WriteLine($"There is no group of figures named {unknown}; there are {string.Join(", ", Groups.Select(g => g.Name))}.");
            return 2;
        }

        var figures = new List<Figure>();
        var unfinished = new List<string>();
        foreach (var (name, take) in Groups.Where(g => names.Length == 0 || names.Contains(g.Name)))
        {
            Console.Error.WriteLine($"Taking {name} (load {Machine.Load}) …");
            using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(10));
            try
            {
                figures.AddRange(await take(bound.Token));
            }
            catch (Exception e)
            {
                unfinished.Add($"{name} did not finish: {e.Message}");
                Console.Error.WriteLine(e);
            }
        }

        FigureTable.Write(Console.Out, figures);
        unfinished.ForEach(Console.Out.WriteLine);
        return unfinished.Count == 0 ? 0 : 1;
    }
}
