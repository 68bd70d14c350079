using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text.RegularExpressions;
using Darkroom.Contracts.Access;
using Darkroom.PowerShell.Tests.Host.StandIns;
using Darkroom.Testing;
using Microsoft.PowerShell;

namespace Darkroom.PowerShell.Tests.Host;

/// <summary>
/// A PowerShell engine with the built module in it, imported by its manifest, and with stand-ins for the commands that the engine alone lacks.
/// </summary>
public sealed partial class PowerShellHost : IDisposable
{
    private readonly Runspace _runspace;
    private readonly CapturingHost _host;

    private PowerShellHost(Runspace runspace, CapturingHost host) => (_runspace, _host) = (runspace, host);

    /// <summary>An engine that knows no server yet.</summary>
    public static PowerShellHost Start() => Start([BuiltModule.Manifest]);

    /// <summary>An engine without the module.</summary>
    public static PowerShellHost StartEmpty() => Start([]);

    private static PowerShellHost Start(string[] modules)
    {
        var state = InitialSessionState.CreateDefault2();
        state.Commands.Add(StandInCommands.All);
        state.ThrowOnRunspaceOpenError = true;
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = ExecutionPolicy.Bypass;
        }

        state.ImportPSModule(modules);
        var host = new CapturingHost();
        var runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        return new PowerShellHost(runspace, host);
    }

    /// <summary>An engine that was sent to a server once, as an administrator, and stays with it.</summary>
    public static async Task<PowerShellHost> StartAsync(DarkroomServer server)
    {
        var host = Start();
        var first = await host.RunAsync(
            "Get-ProvImageDefinition -AdminAddress $args[0] -BearerToken $args[1] -MaxRecordCount 0", server.Url.AbsoluteUri, server.Tokens[Role.Administrator]);
        first.ShouldSucceed();
        return host;
    }

    /// <summary>Runs a script in the global scope.</summary>
    /// <param name="arguments">The script's <c>$args</c>.</param>
    public async Task<ScriptResult> RunAsync(string script, params object?[] arguments)
    {
        using var shell = System.Management.Automation.PowerShell.Create(_runspace);
        shell.AddScript(script, useLocalScope: false);
        foreach (var argument in arguments)
        {
            shell.AddArgument(argument);
        }

        return await RunAsync(shell);
    }

    /// <summary>What was written past the pipeline, to the screen itself.</summary>
    public string Screen => _host.Screen.ToString();

    /// <summary>Begins a script in the global scope and doesn't wait for its end.</summary>
    /// <param name="arguments">The script's <c>$args</c>.</param>
    public RunningScript Begin(string script, params object?[] arguments)
    {
        var shell = System.Management.Automation.PowerShell.Create(_runspace);
        shell.AddScript(script, useLocalScope: false);
        foreach (var argument in arguments)
        {
            shell.AddArgument(argument);
        }

        return new RunningScript(shell);
    }

    /// <summary>What a script shows in a window of 120 columns.</summary>
    public async Task<string> RenderAsync(string script)
    {
        _host.Screen.Clear();
        using var shell = System.Management.Automation.PowerShell.Create(_runspace);
        shell.AddScript(script, useLocalScope: false).AddCommand("Out-Default");
        (await RunAsync(shell)).ShouldSucceed();
        return Colour().Replace(_host.Screen.ToString(), "");
    }

    public void Dispose() => _runspace.Dispose();

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Colour();

    private static async Task<ScriptResult> RunAsync(System.Management.Automation.PowerShell shell)
    {
        using var output = new PSDataCollection<PSObject>();
        ErrorRecord? terminated = null;
        try
        {
            await shell.InvokeAsync<PSObject, PSObject>(null, output).WaitAsync(TestContext.Current.CancellationToken);
        }
        catch (RuntimeException e)
        {
            terminated = e.ErrorRecord;
        }

        return new ScriptResult(
            [.. output], [.. shell.Streams.Error], [.. shell.Streams.Warning.Select(warning => warning.Message)], [.. shell.Streams.Progress], terminated);
    }
}
