using System.Diagnostics;
using Darkroom.Bench.Cloud;
using Darkroom.Bench.Processes;
using Darkroom.Bench.Report;

namespace Darkroom.Bench.Engine;

/// <summary>What a cmdlet costs beyond the request that it sends, in milliseconds: the middle of many pairs, and that of the bare requests alone.</summary>
internal sealed record CallCost(double Beyond, double RoundTrip)
{
    public const string Verb = "call-cost";
    public const int Calls = 500;

    /// <summary>As many as it takes until the compiler has replaced its quick first code.</summary>
    private const int WarmUp = 500;

    /// <summary>The cmdlet in a script's loop, timed there, and after each the same request from outside of PowerShell.</summary>
    private const string Script =
        """
        param($Name, $Bare, $Count)
        for ($i = 0; $i -lt $Count; $i++) {
            $start = [System.Diagnostics.Stopwatch]::GetTimestamp()
            $null = Get-ProvImageDefinition -ImageDefinitionName $Name
            $cmdlet = [System.Diagnostics.Stopwatch]::GetElapsedTime($start).TotalMilliseconds
            $cmdlet
            $Bare.Invoke()
        }
        """;

    /// <summary>The child's side.</summary>
    public static int Run(string manifest, string url, string token)
    {
        using var engine = new ModuleEngine();
        engine.Import(manifest);
        engine.Connect(url, token);
        using var http = BareHttp.Make(url, token);
        Func<double> bare = () =>
        {
            var start = Stopwatch.GetTimestamp();
            http.GetByteArrayAsync($"image-definitions/{Scene.Name}").GetAwaiter().GetResult();
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        };
        engine.Run(Script, Scene.Name, bare, WarmUp);
        var pairs = engine.Run(Script, Scene.Name, bare, Calls).Select(time => (double)time.BaseObject).Chunk(2).ToList();
        return ChildProcess.Tell(new CallCost(Figure.Median(pairs.Select(pair => pair[0] - pair[1])), Figure.Median(pairs.Select(pair => pair[1]))));
    }

    /// <summary>The parent's side.</summary>
    public static Task<CallCost> TakeAsync(string manifest, SimulatedServer server, CancellationToken ct) =>
        ChildProcess.ResultAsync<CallCost>(ct, Verb, manifest, server.Url.AbsoluteUri, server.Token);
}
