using Darkroom.Bench.Processes;
using Darkroom.Bench.Report;

namespace Darkroom.Bench.Measures;

/// <summary>How long PowerShell takes to import the module.</summary>
internal static class ModuleMeasure
{
    private const int Runs = 7;

    public static async Task<IReadOnlyList<Figure>> TakeAsync(CancellationToken ct)
    {
        using var empty = new EmptyModule();
        var (module, floor) = (new List<double>(), new List<double>());

        // The first run brings the files into memory.
        await ModuleImport.TakeAsync(Manifest, ct);
        for (var run = 0; run < Runs; run++)
        {
            module.Add(await ModuleImport.TakeAsync(Manifest, ct));
            floor.Add(await ModuleImport.TakeAsync(empty.Manifest, ct));
        }

        return
        [
            new Figure($"import, median of {Runs}", Figure.Milliseconds(Figure.Median(module)), "400 ms", Figure.Milliseconds(Figure.Median(floor))),
            new Figure("import, fastest", Figure.Milliseconds(module.Min()), null, Figure.Milliseconds(floor.Min())),
        ];
    }

    /// <summary>The module as it is delivered, which the command publishes beside this program.</summary>
    private static string Manifest
    {
        get
        {
            var path = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../publish/Darkroom.PowerShell/release/Darkroom.psd1"));
            return File.Exists(path) ? path : throw new FileNotFoundException($"There is no {path}; eng/bench publishes it.");
        }
    }
}
