using System.Management.Automation;
using Darkroom.Client;
using Darkroom.Client.Http;
using Darkroom.PowerShell.Completion;
using Darkroom.PowerShell.Errors;
using Darkroom.PowerShell.Sessions;

namespace Darkroom.PowerShell.Cmdlets;

/// <summary>
/// What every cmdlet shares: which server it asks, how it waits for answers, and how failures become error records. A failure that is about one object is
/// written and the pipeline goes on; one that is about the server ends the cmdlet, since the next object would only meet it again.
/// </summary>
public abstract class DarkroomCmdlet : PSCmdlet, IDisposable
{
    private readonly PipelineCalls _calls = new();
    private volatile ConnectedServer? _server;

    /// <summary>The server to ask: a host, a host with its port, or a URL. Once given, it stays the default for the session.</summary>
    [Parameter]
    [NoFiles]
    public string? AdminAddress { get; set; }

    /// <summary>The caller's token. Given together with AdminAddress, it stays that server's for the session.</summary>
    [Parameter]
    [NoFiles]
    public string? BearerToken { get; set; }

    /// <summary>Taken so that existing scripts run. A Darkroom server is one site.</summary>
    [Parameter]
    [NoFiles]
    public string? VirtualSiteId { get; set; }

    /// <summary>The trace that this call belongs to (W3C Trace Context), sent with each request.</summary>
    [Parameter]
    [NoFiles]
    public string? TraceParent { get; set; }

    /// <summary>The vendor-specific part of the trace context, sent together with TraceParent.</summary>
    [Parameter]
    [NoFiles]
    public string? TraceState { get; set; }

    /// <summary>Taken so that existing scripts run. The server records the address that a request comes from.</summary>
    [Parameter]
    [NoFiles]
    public string? AdminClientIP { get; set; }

    /// <summary>The client for the server that was chosen.</summary>
    protected DarkroomClient Client => Server.Client;

    /// <summary>The host of the server that was chosen.</summary>
    protected string ServerHost => Server.Address.Host;

    private ConnectedServer Server => _server ?? throw new InvalidOperationException("BeginProcessing hasn't run.");

    public void Dispose()
    {
        _calls.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override void BeginProcessing()
    {
        try
        {
            TraceHeaders.Check(nameof(TraceParent), TraceParent);
            TraceHeaders.Check(nameof(TraceState), TraceState);
            _server = ServerSession.Current.Connect(AdminAddress, BearerToken);
            WriteVerbose($"The server is {_server.Address}, from {_server.AddressFrom}.");
        }
        catch (ModuleException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, e.Error == SessionErrors.AddressWithUser ? null : AdminAddress));
        }
    }

    protected override void StopProcessing() => _calls.Stop();

    /// <summary>A text as the API takes it: an unset variable of a script arrives as an empty text.</summary>
    protected static string? TextOrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>Runs a call of the client on the pipeline's thread; stopping the pipeline cancels it.</summary>
    protected T Call<T>(Func<CancellationToken, Task<T>> call)
    {
        TraceHeaders.Set(TraceParent, TraceState);
        return Server.Ask(() => _calls.Run(call));
    }

    /// <summary>Runs a call of the client on the pipeline's thread; stopping the pipeline cancels it.</summary>
    protected void Call(Func<CancellationToken, Task> call)
    {
        TraceHeaders.Set(TraceParent, TraceState);
        Server.Ask(() =>
        {
            _calls.Run(call);
            return true;
        });
    }

    /// <summary>Goes through what a call of the client yields on the pipeline's thread, as it comes; stopping the pipeline cancels it.</summary>
    protected IEnumerable<T> CallEach<T>(Func<CancellationToken, IAsyncEnumerable<T>> call)
    {
        TraceHeaders.Set(TraceParent, TraceState);
        return _calls.Each(call);
    }

    /// <summary>
    /// The client for the server of this cmdlet, looked up anew each time: a server of this machine that was started again may have another port. For
    /// calls from other threads while the pipeline's waits.
    /// </summary>
    protected Func<DarkroomClient> KnownServer()
    {
        var session = ServerSession.Current;
        return () =>
        {
            try
            {
                _server = session.Look(AdminAddress, BearerToken);
            }
            catch (ModuleException)
            {
                // A server that is away may have taken its endpoint file along; the address known so far is as good as any.
            }

            return Client;
        };
    }

    /// <summary>Does the work for one object; a failure becomes its error record.</summary>
    /// <param name="target">The object, by name or uid.</param>
    protected void Attempt(object? target, Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            work();
        }
        catch (ModuleException e)
        {
            WriteError(ErrorRecords.From(e, target));
        }
        catch (Exception e) when (Server.Explain(e) is { } aboutTheServer)
        {
            ThrowTerminatingError(ErrorRecords.From(aboutTheServer, Server.Address));
        }
        catch (DarkroomProblemException e)
        {
            WriteError(ErrorRecords.From(e, target));
        }
    }
}
