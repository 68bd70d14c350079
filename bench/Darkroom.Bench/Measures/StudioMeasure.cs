using System.Diagnostics;
using Darkroom.Bench.Browser;
using Darkroom.Bench.Cloud;
using Darkroom.Bench.Processes;
using Darkroom.Bench.Report;
using Darkroom.Client;
using Microsoft.Playwright;

namespace Darkroom.Bench.Measures;

/// <summary>Studio in a real Chromium: its first page, a long list, and how soon fifty viewers see what happens.</summary>
internal static class StudioMeasure
{
    private const int Runs = 7;
    private const int Versions = 10_000;
    private const int Viewers = 50;
    private const int Events = 20;
    private const string Rows = "[role=grid] tbody tr";
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(5);

    public static async Task<IReadOnlyList<Figure>> TakeAsync(CancellationToken ct)
    {
        using var data = new TemporaryFolder();
        var address = ChildProcess.FreeAddress();
        using var http = new HttpClient();
        using var server = ChildProcess.Start(ChildProcess.Darkroom, "serve", "--simulate", "--data", data.Path, "--url", address);
        await server.FirstAnswerAsync(http, address + "/alive", ct);
        using var client = new DarkroomClient(new Uri(address), LocalEndpoint.Read(data.Path)!.Token);
        var scene = new Scene(client);
        await scene.SetAsync(ct);
        await using var chromium = await Chromium.StartAsync();
        var first = await FirstPagesAsync(chromium, client, ct);
        await using var context = await chromium.OpenAsync();
        await (await context.NewPageAsync()).GotoAsync(await LinkAsync(client, ct));
        var few = await OpeningsAsync(context, address);
        await ManyImages.PlantAsync(Path.Combine(data.Path, "darkroom.db"), await scene.AddMasterSpecAsync(ct), Versions, ct);
        return
        [
            .. first,
            new Figure($"list of {Versions:#,0} versions interactive, median of {Runs}", Figure.Seconds(await OpeningsAsync(context, address)), "1 s", Figure.Seconds(few)),
            new Figure($"  search among them, median of {Runs}", Figure.Seconds(await SearchesAsync(context, address))),
            .. await OperationDelaysAsync(context, client, scene, address, ct),
            .. await ImageDelaysAsync(context, client, address, ct),
        ];
    }

    private static async Task<IReadOnlyList<Figure>> FirstPagesAsync(Chromium chromium, DarkroomClient client, CancellationToken ct)
    {
        var empty = ChildProcess.FreeAddress();
        using var http = new HttpClient();
        using var app = ChildProcess.Start(ChildProcess.Self, EmptyApp.Verb, empty);
        await app.FirstAnswerAsync(http, empty + "/alive", ct);
        var (studio, floor) = (new List<FirstPage>(), new List<FirstPage>());
        for (var run = 0; run <= Runs; run++)
        {
            studio.Add(await FirstPage.TakeAsync(chromium, await LinkAsync(client, ct), Rows));
            floor.Add(await FirstPage.TakeAsync(chromium, empty + "/page", "h1"));
        }

        // The first run brings the code of both into memory.
        var (mine, plain) = (studio.Skip(1).ToList(), floor.Skip(1).ToList());
        string Usable(List<FirstPage> taken) => Figure.Seconds(Figure.Median(taken.Select(page => page.Usable)));
        string Bytes(List<FirstPage> taken) => Figure.Kilobytes(taken.Max(page => page.Bytes));
        return
        [
            new Figure($"first page usable, cold cache, median of {Runs}", Usable(mine), "2 s", Usable(plain)),
            new Figure("  the first one after the server's start", Figure.Seconds(studio[0].Usable)),
            new Figure("  over the wire", Bytes(mine), "500 kB", Bytes(plain)),
            new Figure("  over its live connection, before compression", Figure.Kilobytes(mine.Max(page => page.Live))),
        ];
    }

    /// <summary>Seconds from the address to the lines of the list, with what belongs to every page in the cache.</summary>
    private static async Task<double> OpeningsAsync(IBrowserContext context, string address)
    {
        var taken = new List<double>();
        var page = await context.NewPageAsync();
        for (var run = 0; run <= Runs; run++)
        {
            var since = Stopwatch.StartNew();
            await page.GotoAsync(address + "/images", new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
            await page.Locator(Rows).First.WaitForAsync();
            taken.Add(since.Elapsed.TotalSeconds);
        }

        await page.CloseAsync();
        return Figure.Median(taken.Skip(1));
    }

    /// <summary>Seconds from a text in the search field to the only line left.</summary>
    private static async Task<double> SearchesAsync(IBrowserContext context, string address)
    {
        var taken = new List<double>();
        var page = await context.NewPageAsync();
        await page.GotoAsync(address + "/images");
        await page.Locator(Rows).First.WaitForAsync();
        for (var run = 0; run < Runs; run++)
        {
            var name = $"{ManyImages.Beginning}0{run}777";
            var since = Stopwatch.StartNew();
            await page.Locator(".list .search input").FillAsync(name);
            await page.Locator(Rows).First.Filter(new LocatorFilterOptions { HasText = name }).WaitForAsync();
            taken.Add(since.Elapsed.TotalSeconds);
        }

        await page.CloseAsync();
        return Figure.Median(taken);
    }

    /// <summary>From the end of short operations, as they say themselves, until each viewer of the list sees it; beside the event stream of each.</summary>
    private static async Task<IReadOnlyList<Figure>> OperationDelaysAsync(IBrowserContext context, DarkroomClient client, Scene scene, string address, CancellationToken ct)
    {
        var specs = new List<Guid>();
        for (var i = 0; i < Events + 1; i++)
        {
            specs.Add(await scene.AddMasterSpecAsync(ct));
        }

        // A list without a line has none to wait for.
        await scene.SucceededAsync((await client.ImageVersionSpecs.RemoveAsync(specs[0], ct: ct)).OperationId, ct);
        await using var audience = new Audience(context);
        await audience.SitDownAsync(address + "/operations", Viewers);
        await Task.Delay(Settle, ct);
        var (seen, streamed) = (new List<double>(), new List<double>());
        var ended = new List<(string Title, DateTimeOffset At)>();
        foreach (var spec in specs.Skip(1))
        {
            var started = await client.ImageVersionSpecs.RemoveAsync(spec, ct: ct);
            var last = DateTimeOffset.UtcNow;
            await foreach (var _ in client.Operations.FollowAsync(started.OperationId, ct: ct))
            {
                last = DateTimeOffset.UtcNow;
            }

            var operation = await scene.SucceededAsync(started.OperationId, ct);
            streamed.Add((last - operation.FinishedAt!.Value).TotalMilliseconds);
            ended.Add((operation.Title, operation.FinishedAt.Value));
            await Task.Delay(Apart, ct);
        }

        await Task.Delay(Settle, ct);
        foreach (var (title, at) in ended)
        {
            seen.AddRange((await audience.SawAsync(line => line == $"{title}|Succeeded")).Select(saw => (saw - at).TotalMilliseconds));
        }

        return Delays("end of an operation", seen, streamed, "event stream");
    }

    /// <summary>From the request for a version until each viewer of the long list sees it; beside the answer to that request.</summary>
    private static async Task<IReadOnlyList<Figure>> ImageDelaysAsync(IBrowserContext context, DarkroomClient client, string address, CancellationToken ct)
    {
        await using var audience = new Audience(context);
        await audience.SitDownAsync(address + "/images", Viewers);
        await Task.Delay(Settle, ct);
        var (seen, answered) = (new List<double>(), new List<double>());
        var made = new List<(int Number, DateTimeOffset At)>();
        for (var i = 0; i < Events; i++)
        {
            var asked = DateTimeOffset.UtcNow;
            var version = await client.ImageVersions.CreateAsync(Scene.Name, ct: ct);
            answered.Add((DateTimeOffset.UtcNow - asked).TotalMilliseconds);
            made.Add((version.ImageVersionNumber, asked));
            await Task.Delay(Apart, ct);
        }

        await Task.Delay(Settle, ct);
        foreach (var (number, at) in made)
        {
            seen.AddRange((await audience.SawAsync(line => line.StartsWith($"Version {number}|", StringComparison.Ordinal))).Select(saw => (saw - at).TotalMilliseconds));
        }

        return Delays($"new version among {Versions:#,0}", seen, answered, "REST answer");
    }

    private static IReadOnlyList<Figure> Delays(string what, List<double> seen, List<double> floor, string floorIs)
    {
        if (seen.Count < Viewers * Events)
        {
            throw new InvalidOperationException($"Of {what} {seen.Count} of {Viewers * Events} were seen.");
        }

        return
        [
            new Figure($"{what} to the screen of {Viewers}, median ({floorIs})", Figure.Milliseconds(Figure.Median(seen)), null, Figure.Milliseconds(Figure.Median(floor))),
            new Figure("  99 of 100 within", Figure.Milliseconds(NinetyNinth(seen)), null, Figure.Milliseconds(NinetyNinth(floor))),
        ];
    }

    private static double NinetyNinth(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[(int)Math.Ceiling(sorted.Count * 0.99) - 1];
    }

    private static async Task<string> LinkAsync(DarkroomClient client, CancellationToken ct) => (await client.SignInLinks.CreateAsync(ct)).Address.ToString();
}
