using Darkroom.Bench.Cloud;
using Darkroom.Bench.Processes;
using Darkroom.Bench.Report;
using Darkroom.Contracts.Operations;

namespace Darkroom.Bench.Measures;

/// <summary>
/// What a preparation takes beyond the simulated cloud's own waiting, one after the other. Its own work is the real time of every step that waits for
/// nothing; the rest is polling slack: how much later than it happens a change is seen, in the cloud's seconds.
/// </summary>
internal static class PreparationMeasure
{
    private const double ClockScale = 30;
    private const int Runs = 5;
    private static readonly string[] Waiting = ["AwaitGuest", "AwaitImage"];

    public static async Task<IReadOnlyList<Figure>> TakeAsync(CancellationToken ct)
    {
        using var server = await SimulatedServer.StartAsync(ClockScale, ct);
        var scene = new Scene(server.Client);
        await scene.SetAsync(ct);

        // Its code isn't compiled yet and the isolation group isn't there yet.
        var first = await PrepareAsync(server, scene, ct);
        var runs = new List<Preparation>();
        for (var run = 0; run < Runs; run++)
        {
            runs.Add(await PrepareAsync(server, scene, ct));
        }

        double Median(Func<Preparation, double> of) => Figure.Median(runs.Select(of));
        var own = Median(p => p.OwnSeconds);
        var slack = Median(p => p.SlackSeconds);
        return
        [
            new Figure($"preparation: own work, median of {Runs}", Figure.Seconds(own), "1 s"),
            new Figure("preparation: own work, first after a start", Figure.Seconds(first.OwnSeconds)),
            new Figure("preparation: polling slack, in the cloud's seconds", Figure.Seconds(slack)),
            new Figure($"preparation: beyond the cloud's waiting, {ClockScale} times as fast", Figure.Seconds(own + (slack / ClockScale)), "1 s"),
            new Figure("preparation: in all, at the cloud's pace", Figure.Seconds(CloudWaiting.Seconds() + slack + own), null, Figure.Seconds(CloudWaiting.Seconds())),
            new Figure($"cloud calls a prepared image, median of {Runs}", Figure.Number(Median(p => p.Calls.Count))),
            .. runs.OrderBy(p => p.Calls.Count).ElementAt(Runs / 2).Calls.GroupBy(c => c.Action).OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new Figure($"  {g.Key}", Figure.Number(g.Count()))),
        ];
    }

    private static async Task<Preparation> PrepareAsync(SimulatedServer server, Scene scene, CancellationToken ct)
    {
        var master = await scene.AddMasterSpecAsync(ct);
        var before = await Call.LastSequenceAsync(server.Simulator, ct);
        var started = await scene.PrepareAsync(master, ct);
        var operation = await scene.SucceededAsync(started.OperationId, ct);
        return new Preparation(operation, await Call.SinceAsync(server.Simulator, before, ct));
    }

    private sealed record Preparation(OperationDto Operation, IReadOnlyList<Call> Calls)
    {
        public double OwnSeconds => (Span(Operation.CreatedAt, Operation.FinishedAt) - WaitingSeconds) / ClockScale;

        public double SlackSeconds => WaitingSeconds - CloudWaiting.Seconds();

        private double WaitingSeconds => Operation.Steps.Where(s => Waiting.Contains(s.Name)).Sum(s => Span(s.StartedAt, s.FinishedAt));

        private static double Span(DateTimeOffset? from, DateTimeOffset? to) => (to!.Value - from!.Value).TotalSeconds;
    }
}
