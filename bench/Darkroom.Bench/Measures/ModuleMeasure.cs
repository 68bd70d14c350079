using Darkroom.Bench.Cloud;
using Darkroom.Bench.Engine;
using Darkroom.Bench.Processes;
using Darkroom.Bench.Report;

namespace Darkroom.Bench.Measures;

/// <summary>The PowerShell module: import, first command, what it adds to a request, a long list, and the tabulator among many names.</summary>
internal static class ModuleMeasure
{
    private const int Runs = 7;
    private const int Lists = 3;

    public static async Task<IReadOnlyList<Figure>> TakeAsync(CancellationToken ct)
    {
        using var server = await SimulatedServer.StartAsync(1, ct);
        var scene = new Scene(server.Client);
        await scene.SetAsync(ct);
        var beginning = await BeginningAsync(server, ct);
        var call = await CallCost.TakeAsync(Manifest, server, ct);
        await ManyImages.PlantAsync(Path.Combine(server.Data, "darkroom.db"), await scene.AddMasterSpecAsync(ct), ct);
        return
        [
            .. beginning,
            new Figure($"a call beyond its request, median of {CallCost.Calls}", Figure.Milliseconds(call.Beyond), "2 ms"),
            new Figure("  the request alone", Figure.Milliseconds(call.RoundTrip)),
            .. await ListAsync(server, ct),
            .. await CompletionAsync(server, ct),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> BeginningAsync(SimulatedServer server, CancellationToken ct)
    {
        using var empty = new EmptyModule();
        var (module, floor) = (new List<FirstCommand>(), new List<FirstCommand>());

        // The first run brings the files into memory, and the server's code.
        await FirstCommand.TakeAsync(Manifest, server, ct);
        for (var run = 0; run < Runs; run++)
        {
            module.Add(await FirstCommand.TakeAsync(Manifest, server, ct));
            floor.Add(await FirstCommand.TakeAsync(empty.Manifest, server, ct));
        }

        string Median(List<FirstCommand> taken, Func<FirstCommand, double> of) => Figure.Milliseconds(Figure.Median(taken.Select(of)));
        string Fastest(List<FirstCommand> taken, Func<FirstCommand, double> of) => Figure.Milliseconds(taken.Min(of));
        return
        [
            new Figure($"import, median of {Runs}", Median(module, run => run.Import), "400 ms", Median(floor, run => run.Import)),
            new Figure("  fastest", Fastest(module, run => run.Import), null, Fastest(floor, run => run.Import)),
            new Figure($"first command after it, median of {Runs}", Median(module, run => run.Command), null, Median(floor, run => run.Command)),
            new Figure("  fastest", Fastest(module, run => run.Command), null, Fastest(floor, run => run.Command)),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> ListAsync(SimulatedServer server, CancellationToken ct)
    {
        // The first reading brings the server's code and its tables into memory.
        await PageReading.TakeAsync(server, ct);
        var (module, floor) = (new List<Streamed>(), new List<Streamed>());
        for (var run = 0; run < Lists; run++)
        {
            module.Add(await SpecStream.TakeAsync(Manifest, server, ct));
            floor.Add(await PageReading.TakeAsync(server, ct));
        }

        if (module.Concat(floor).FirstOrDefault(run => run.Count != ManyImages.Specs) is { } incomplete)
        {
            throw new InvalidOperationException($"{incomplete.Count} of {ManyImages.Specs} specs came.");
        }

        double Median(List<Streamed> taken, Func<Streamed, double> of) => Figure.Median(taken.Select(of));
        return
        [
            new Figure($"{ManyImages.Specs:#,0} specs, median of {Lists}", Figure.Seconds(Median(module, run => run.Whole) / 1000), null, Figure.Seconds(Median(floor, run => run.Whole) / 1000)),
            new Figure("  until the first", Figure.Milliseconds(Median(module, run => run.First)), null, Figure.Milliseconds(Median(floor, run => run.First))),
            new Figure("  memory for it, at most", Figure.Megabytes((long)Median(module, run => run.Memory)), null, Figure.Megabytes((long)Median(floor, run => run.Memory))),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> CompletionAsync(SimulatedServer server, CancellationToken ct)
    {
        var completion = await NameCompletion.TakeAsync(Manifest, server, ct);
        return
        [
            new Figure(
                $"completion among {ManyImages.Definitions:#,0}, median of {NameCompletion.Presses}",
                Figure.Milliseconds(completion.Later),
                "300 ms",
                Figure.Milliseconds(completion.RoundTrip)),
            new Figure("  the first in a session", Figure.Milliseconds(completion.First)),
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
