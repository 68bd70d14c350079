using System.Diagnostics;
using Darkroom.Bench.Cloud;
using Darkroom.Bench.Processes;

namespace Darkroom.Bench.Engine;

/// <summary>Import of a module and the first command after it, in milliseconds, in a process of its own, where nothing of either is loaded yet.</summary>
internal sealed record FirstCommand(double Import, double Command)
{
    public const string Verb = "first-command";

    /// <summary>The child's side, in an engine that was open before. Where the module has no cmdlets of Darkroom's, a bare HTTP client asks instead.</summary>
    public static async Task<int> RunAsync(string manifest, string url, string token)
    {
        using var engine = new ModuleEngine();
        var import = Stopwatch.StartNew();
        engine.Import(manifest);
        import.Stop();
        var command = Stopwatch.StartNew();
        if (Path.GetFileName(manifest) == EmptyModule.FileName)
        {
            using var http = BareHttp.Make(url, token);
            await http.GetByteArrayAsync($"image-definitions/{Scene.Name}");
        }
        else
        {
            engine.Run(shell => shell.AddCommand("Get-ProvImageDefinition").AddParameter("ImageDefinitionName", Scene.Name)
                .AddParameter("AdminAddress", url).AddParameter("BearerToken", token));
        }

        return ChildProcess.Tell(new FirstCommand(import.Elapsed.TotalMilliseconds, command.Elapsed.TotalMilliseconds));
    }

    /// <summary>The parent's side.</summary>
    public static Task<FirstCommand> TakeAsync(string manifest, SimulatedServer server, CancellationToken ct) =>
        ChildProcess.ResultAsync<FirstCommand>(ct, Verb, manifest, server.Url.AbsoluteUri, server.Token);
}
