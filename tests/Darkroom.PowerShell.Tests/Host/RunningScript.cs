using System.Management.Automation;
using Darkroom.Testing;

namespace Darkroom.PowerShell.Tests.Host;

/// <summary>A script that runs while a test looks on.</summary>
public sealed class RunningScript : IDisposable
{
    private readonly System.Management.Automation.PowerShell _shell;
    private readonly PSDataCollection<PSObject> _output = [];
    private readonly Task _end;

    internal RunningScript(System.Management.Automation.PowerShell shell)
    {
        _shell = shell;
        _end = shell.InvokeAsync<PSObject, PSObject>(null, _output);
    }

    /// <summary>Waits for a progress record.</summary>
    public Task ProgressAsync(Func<ProgressRecord, bool> wanted) =>
        Poll.UntilAsync(() => Task.FromResult(SoFar(_shell.Streams.Progress)), records => records.Any(wanted) || _end.IsCompleted);

    /// <summary>Stops the pipeline, as Ctrl+C does.</summary>
    public async Task StopAsync()
    {
        await Task.Factory.FromAsync(_shell.BeginStop, _shell.EndStop, null);
        await _end.ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for the script's end.</summary>
    public async Task<ScriptResult> EndAsync()
    {
        ErrorRecord? terminated = null;
        try
        {
            await _end.WaitAsync(TestContext.Current.CancellationToken);
        }
        catch (RuntimeException e)
        {
            terminated = e.ErrorRecord;
        }

        return new ScriptResult(
            [.. _output], [.. _shell.Streams.Error], [.. _shell.Streams.Warning.Select(warning => warning.Message)], [.. _shell.Streams.Progress], terminated);
    }

    /// <summary>Copying the collection would break where a record comes meanwhile.</summary>
    private static ProgressRecord[] SoFar(PSDataCollection<ProgressRecord> records) => [.. Enumerable.Range(0, records.Count).Select(at => records[at])];

    public void Dispose()
    {
        _shell.Dispose();
        _output.Dispose();
    }
}
