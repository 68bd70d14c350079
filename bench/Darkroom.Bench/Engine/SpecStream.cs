using Darkroom.Bench.Cloud;
using Darkroom.Bench.Processes;

namespace Darkroom.Bench.Engine;

/// <summary>All specs through the pipeline of an engine that has sent one request before, and that keeps none of them.</summary>
internal static class SpecStream
{
    public const string Verb = "stream-specs";

    /// <summary>The child's side.</summary>
    public static int Run(string manifest, string url, string token)
    {
        using var engine = new ModuleEngine();
        engine.Import(manifest);
        engine.Connect(url, token);
        return ChildProcess.Tell(Streamed.Time(come => engine.Run(
            shell => shell.AddCommand("Get-ProvImageVersionSpec").AddParameter("MaxRecordCount", ManyImages.Specs), () => come(1))));
    }

    /// <summary>The parent's side.</summary>
    public static Task<Streamed> TakeAsync(string manifest, SimulatedServer server, CancellationToken ct) =>
        ChildProcess.ResultAsync<Streamed>(ct, Verb, manifest, server.Url.AbsoluteUri, server.Token);
}
