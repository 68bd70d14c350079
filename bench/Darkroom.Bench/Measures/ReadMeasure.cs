using Darkroom.Bench.Cloud;
using Darkroom.Bench.Load;
using Darkroom.Bench.Processes;
using Darkroom.Bench.Report;

namespace Darkroom.Bench.Measures;

/// <summary>GET of one image version spec on 32 connections, beside the empty app under the same load.</summary>
internal static class ReadMeasure
{
    public static async Task<IReadOnlyList<Figure>> TakeAsync(CancellationToken ct)
    {
        var spec = await SpecAsync(ct);
        var floor = await FloorAsync(ct);
        return
        [
            new Figure("GET of a spec, 32 connections", Figure.PerSecond(spec.PerSecond), null, Figure.PerSecond(floor.PerSecond)),
            new Figure("  half within", Figure.Milliseconds(spec.P50), null, Figure.Milliseconds(floor.P50)),
            new Figure("  99 of 100 within", Figure.Milliseconds(spec.P99), null, Figure.Milliseconds(floor.P99)),
        ];
    }

    private static async Task<LoadResult> SpecAsync(CancellationToken ct)
    {
        using var server = await SimulatedServer.StartAsync(1, ct);
        var scene = new Scene(server.Client);
        await scene.SetAsync(ct);
        var spec = await scene.AddMasterSpecAsync(ct);
        return await LoadGenerator.MeasureAsync($"{server.Url}api/v1/image-version-specs/{spec}", server.Token, ct);
    }

    private static async Task<LoadResult> FloorAsync(CancellationToken ct)
    {
        var address = ChildProcess.FreeAddress();
        using var http = new HttpClient();
        using var empty = ChildProcess.Start(ChildProcess.Self, EmptyApp.Verb, address);
        await empty.FirstAnswerAsync(http, address + "/small", ct);
        return await LoadGenerator.MeasureAsync(address + "/small", null, ct);
    }
}
