using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Darkroom.Bench.Processes;

/// <summary>Imports a module into an engine in a process of its own, where nothing of it is loaded yet.</summary>
internal static class ModuleImport
{
    public const string Verb = "import-module";

    /// <summary>The child's side: prints how long Import-Module took in an engine that was open before, in milliseconds.</summary>
    public static int Run(string manifest)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = System.Management.Automation.PowerShell.Create(runspace);
        shell.AddCommand("Import-Module").AddParameter("Name", manifest).AddParameter("ErrorAction", ActionPreference.Stop);
        var since = Stopwatch.StartNew();
        shell.Invoke();
        Console.WriteLine(since.Elapsed.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    /// <summary>The parent's side.</summary>
    public static async Task<double> TakeAsync(string manifest, CancellationToken ct)
    {
        using var process = ChildProcess.Start(ChildProcess.Self, Verb, manifest);
        var line = await process.Output.ReadLineAsync(ct) ?? throw new InvalidOperationException($"{manifest} can't be imported.");
        return double.Parse(line, CultureInfo.InvariantCulture);
    }
}
