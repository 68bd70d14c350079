using System.Diagnostics;
using Darkroom.Bench.Cloud;
using Darkroom.Bench.Processes;
using Darkroom.Bench.Report;

namespace Darkroom.Bench.Engine;

/// <summary>
/// The tabulator behind the beginning of a name, in milliseconds: pressed for the first time in a session, later ones, and the request behind it alone.
/// </summary>
internal sealed record NameCompletion(double First, double Later, double RoundTrip)
{
    public const string Verb = "complete-names";
    public const int Presses = 20;

    /// <summary>What the command line itself calls.</summary>
    private const string Press = "param($Line) (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches.Count";

    private const string Line = $"Get-ProvImageDefinition -ImageDefinitionName {ManyImages.Beginning}";

    /// <summary>The child's side.</summary>
    public static int Run(string manifest, string url, string token)
    {
        using var engine = new ModuleEngine();
        engine.Import(manifest);
        engine.Connect(url, token);
        using var http = BareHttp.Make(url, token);
        var (presses, requests) = (new List<double>(), new List<double>());
        for (var i = 0; i <= Presses; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var offered = (int)engine.Run(Press, Line).Single().BaseObject;
            presses.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (offered < 100) throw new InvalidOperationException($"Only {offered} names were offered.");

            start = Stopwatch.GetTimestamp();
            http.GetByteArrayAsync($"image-definitions?name={ManyImages.Beginning}*&pageSize=250").GetAwaiter().GetResult();
            requests.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return ChildProcess.Tell(new NameCompletion(presses[0], Figure.Median(presses.Skip(1)), Figure.Median(requests.Skip(1))));
    }

    /// <summary>The parent's side.</summary>
    public static Task<NameCompletion> TakeAsync(string manifest, SimulatedServer server, CancellationToken ct) =>
        ChildProcess.ResultAsync<NameCompletion>(ct, Verb, manifest, server.Url.AbsoluteUri, server.Token);
}
