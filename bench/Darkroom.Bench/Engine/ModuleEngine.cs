using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Darkroom.Bench.Engine;

/// <summary>An engine in this process, and commands in it that have to succeed.</summary>
internal sealed class ModuleEngine : IDisposable
{
    private readonly Runspace _runspace;

    /// <summary>Opens the engine; it has no module yet.</summary>
    public ModuleEngine()
    {
        _runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        _runspace.Open();
    }

    public void Import(string manifest) => Run(shell => shell.AddCommand("Import-Module").AddParameter("Name", manifest));

    /// <summary>Sends the runspace to a server; it stays there.</summary>
    public void Connect(string url, string token) =>
        Run(shell => shell.AddCommand("Get-ProvImageDefinition").AddParameter("AdminAddress", url).AddParameter("BearerToken", token).AddParameter("MaxRecordCount", 0));

    public IReadOnlyList<PSObject> Run(string script, params object[] arguments) => Run(shell =>
    {
        shell.AddScript(script);
        foreach (var argument in arguments) shell.AddArgument(argument);
    });

    /// <summary>Runs what is added to a pipeline; its output goes where <paramref name="each"/> takes it, as it comes.</summary>
    /// <exception cref="InvalidOperationException">An error was written.</exception>
    public IReadOnlyList<PSObject> Run(Action<System.Management.Automation.PowerShell> add, Action? each = null)
    {
        using var shell = System.Management.Automation.PowerShell.Create(_runspace);
        add(shell);
        using var output = new PSDataCollection<PSObject>();
        if (each is not null)
        {
            // Taken out at once, so that no object is kept longer than the pipeline keeps it.
            output.DataAdded += (_, _) => output.ReadAll().ToList().ForEach(_ => each());
        }

        shell.Invoke(null, output);
        return shell.HadErrors ? throw new InvalidOperationException(string.Join("; ", shell.Streams.Error)) : [.. output];
    }

    public void Dispose() => _runspace.Dispose();
}
