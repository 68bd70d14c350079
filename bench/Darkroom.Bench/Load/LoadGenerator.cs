using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Darkroom.Bench.Processes;

namespace Darkroom.Bench.Load;

/// <summary>Asks for one address over and over on 32 connections, each waiting for its answer; in a process of its own, on the same cores.</summary>
internal static class LoadGenerator
{
    public const string Verb = "load";
    private const int Connections = 32;
    private const int SecondsWithoutGain = 3;
    private const int LongestWarmUp = 40;
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(8);

    /// <summary>The parent's side.</summary>
    public static async Task<LoadResult> MeasureAsync(string url, string? token, CancellationToken ct)
    {
        using var process = ChildProcess.Start(ChildProcess.Self, [Verb, url, .. token is null ? Array.Empty<string>() : [token]]);
        var line = await process.Output.ReadLineAsync(ct) ?? throw new InvalidOperationException($"The load on {url} ended without a result.");
        return JsonSerializer.Deserialize<LoadResult>(line)!;
    }

    /// <summary>The child's side.</summary>
    public static async Task<int> RunAsync(string url, string? token)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections });
        http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        var address = new Uri(url);
        await WarmUpAsync(http, address);
        var elapsed = Stopwatch.StartNew();
        var times = await AskAsync(http, address, Measured);
        Console.WriteLine(JsonSerializer.Serialize(LoadResult.Of(times, elapsed.Elapsed)));
        return 0;
    }

    /// <summary>Until the server gets no faster: its compiler replaces the quick first code in the background, later the busier the machine is.</summary>
    private static async Task WarmUpAsync(HttpClient http, Uri address)
    {
        var (best, secondsSince) = (0, 0);
        for (var second = 0; second < LongestWarmUp && secondsSince < SecondsWithoutGain; second++)
        {
            var answers = (await AskAsync(http, address, TimeSpan.FromSeconds(1))).Count;
            secondsSince = answers > best ? 0 : secondsSince + 1;
            best = Math.Max(best, answers);
        }
    }

    private static async Task<List<TimeSpan>> AskAsync(HttpClient http, Uri address, TimeSpan duration)
    {
        var all = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => AskOnOneAsync(http, address, duration))));
        return [.. all.SelectMany(times => times)];
    }

    /// <exception cref="HttpRequestException">An answer isn't a success: its time would mean nothing.</exception>
    private static async Task<List<TimeSpan>> AskOnOneAsync(HttpClient http, Uri address, TimeSpan duration)
    {
        var times = new List<TimeSpan>();
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            var asked = Stopwatch.GetTimestamp();
            await http.GetByteArrayAsync(address);
            times.Add(Stopwatch.GetElapsedTime(asked));
        }

        return times;
    }
}
