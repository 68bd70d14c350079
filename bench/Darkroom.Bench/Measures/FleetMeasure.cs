using System.Diagnostics;
using Darkroom.Bench.Cloud;
using Darkroom.Bench.Processes;
using Darkroom.Bench.Report;

namespace Darkroom.Bench.Measures;

/// <summary>Many preparations at once, each count on a server of its own: all finish, and what reads the instances grows with time, not with images.</summary>
internal static class FleetMeasure
{
    private const double ClockScale = 30;
    private static readonly int[] Counts = [1, 20, 200];

    public static async Task<IReadOnlyList<Figure>> TakeAsync(CancellationToken ct)
    {
        var figures = new List<Figure>();
        foreach (var count in Counts)
        {
            figures.AddRange(await TakeAsync(count, ct));
        }

        return figures;
    }

    private static async Task<IReadOnlyList<Figure>> TakeAsync(int count, CancellationToken ct)
    {
        using var server = await SimulatedServer.StartAsync(ClockScale, ct);
        var scene = new Scene(server.Client);
        await scene.SetAsync(ct);
        var masters = new List<Guid>();
        while (masters.Count < count)
        {
            masters.Add(await scene.AddMasterSpecAsync(ct));
        }

        var before = await Call.LastSequenceAsync(server.Simulator, ct);
        var elapsed = Stopwatch.StartNew();
        var started = await Task.WhenAll(masters.Select(master => scene.PrepareAsync(master, ct)));
        foreach (var preparation in started)
        {
            await scene.SucceededAsync(preparation.OperationId, ct);
        }

        var wall = elapsed.Elapsed.TotalSeconds;
        var calls = await Call.SinceAsync(server.Simulator, before, ct);
        var reads = calls.Count(c => c.Action == "DescribeInstances");
        var minutes = wall * ClockScale / 60;
        var name = count == 1 ? "1 preparation" : $"{count} preparations at once";
        return
        [
            new Figure($"{name}: until all have succeeded", Figure.Seconds(wall), null, Figure.Seconds(CloudWaiting.Seconds(count) / ClockScale)),
            new Figure("  DescribeInstances in all", Figure.Number(reads)),
            new Figure("  DescribeInstances a minute of the cloud", Figure.Number(reads / minutes)),
            new Figure("  cloud calls an image", Figure.Number((double)calls.Count / count)),
            new Figure("  refused for their rate", Figure.Number(calls.Count(c => c.Outcome == "RequestLimitExceeded"))),
            new Figure("  peak memory of server and simulator", Figure.Megabytes(server.Process.PeakMemory)),
        ];
    }
}
