using Darkroom.Bench.Processes;
using Darkroom.Bench.Report;

namespace Darkroom.Bench.Measures;

/// <summary>How long the server takes to its first answer on a data folder that exists, and what it holds when nobody asks it anything.</summary>
internal static class StartMeasure
{
    private const int Runs = 7;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    public static async Task<IReadOnlyList<Figure>> TakeAsync(CancellationToken ct)
    {
        using var data = new TemporaryFolder();
        ChildProcess Serve(string address) => ChildProcess.Start(ChildProcess.Darkroom, "serve", "--data", data.Path, "--url", address);
        ChildProcess Empty(string address) => ChildProcess.Start(ChildProcess.Self, EmptyApp.Verb, address);

        // The first start makes the database.
        await StartAsync(Serve, ct);
        var (server, floor) = (new List<double>(), new List<double>());
        for (var run = 0; run < Runs; run++)
        {
            server.Add(await StartAsync(Serve, ct));
            floor.Add(await StartAsync(Empty, ct));
        }

        return
        [
            new Figure($"start to first answer, median of {Runs}", Figure.Seconds(Figure.Median(server)), "2.5 s", Figure.Seconds(Figure.Median(floor))),
            new Figure("start to first answer, fastest", Figure.Seconds(server.Min()), null, Figure.Seconds(floor.Min())),
            new Figure("idle memory after 10 s", Figure.Megabytes(await IdleMemoryAsync(Serve, ct)), "250 MB", Figure.Megabytes(await IdleMemoryAsync(Empty, ct))),
        ];
    }

    private static async Task<double> StartAsync(Func<string, ChildProcess> start, CancellationToken ct)
    {
        var address = ChildProcess.FreeAddress();
        using var http = new HttpClient();
        using var process = start(address);
        return (await process.FirstAnswerAsync(http, address + "/alive", ct)).TotalSeconds;
    }

    private static async Task<long> IdleMemoryAsync(Func<string, ChildProcess> start, CancellationToken ct)
    {
        var address = ChildProcess.FreeAddress();
        using var http = new HttpClient();
        using var process = start(address);
        await process.FirstAnswerAsync(http, address + "/alive", ct);
        await Task.Delay(Idle, ct);
        return process.Memory;
    }
}
