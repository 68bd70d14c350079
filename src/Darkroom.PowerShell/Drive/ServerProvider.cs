using System.Management.Automation;
using Darkroom.Client;
using Darkroom.Client.Http;
using Darkroom.Contracts.Paths;
using Darkroom.PowerShell.Errors;
using Darkroom.PowerShell.Sessions;

namespace Darkroom.PowerShell.Drive;

/// <summary>
/// A provider whose items are a server's: which server a command asks, how it waits for answers, and how failures become error records. A failure that is
/// about one item is written and the command goes on; one that is about the server ends it, since the next item would only meet it again.
/// </summary>
public abstract class ServerProvider : PathNavigation
{
    private ConnectedServer? _server;
    private ModuleException? _unconnected;
    private volatile PipelineCalls? _running;

    private protected bool IsConnected => _server is not null;

    private ConnectedServer Server => _server ??= Connect();

    private protected DriveCache Cache => DriveCache.Of(Server.Client);

    protected override void StopProcessing() => _running?.Stop();

    /// <summary>Runs a call of the client while the pipeline's thread waits; stopping the pipeline cancels it.</summary>
    private protected T Call<T>(Func<DarkroomClient, CancellationToken, Task<T>> call)
    {
        ThrowIfStopping();

        // The session is the pipeline thread's to find.
        var client = Server.Client;

        // A cmdlet that ran before may have set a trace of its own.
        TraceHeaders.Set(null, null);
        using var calls = new PipelineCalls();
        _running = calls;
        try
        {
            // Who stopped before this call was there to be seen found nothing to cancel.
            if (Stopping) calls.Stop();
            return Server.Ask(() => calls.Run(ct => call(client, ct)));
        }
        finally
        {
            _running = null;
        }
    }

    /// <exception cref="PipelineStoppedException">The pipeline was stopped between two calls.</exception>
    private void ThrowIfStopping()
    {
        if (Stopping) throw new PipelineStoppedException();
    }

    /// <summary>Does the work for one item; a failure becomes its error record.</summary>
    /// <param name="named">What the server's refusals are called here.</param>
    private protected void Attempt(string path, Action<XDHypPath> work, Func<DarkroomProblemException, DarkroomProblemException>? named = null)
    {
        try
        {
            work(Place(path));
        }
        catch (Exception e) when (Explain(e, path, named) is { } failure)
        {
            if (failure.IsAboutTheServer) throw new ServerFailureException(failure.Record);
            WriteError(failure.Record);
        }
    }

    /// <summary>The error record of a failure; null for one that nobody expects.</summary>
    private protected (ErrorRecord Record, bool IsAboutTheServer)? Explain(
        Exception failure, string path, Func<DarkroomProblemException, DarkroomProblemException>? named = null)
    {
        if (failure is ModuleException found)
        {
            return (ErrorRecords.From(found, found == _unconnected ? XDHypPath.DriveName : Shown(path)), found == _unconnected);
        }

        if (_server?.Explain(failure) is { } aboutTheServer) return (ErrorRecords.From(aboutTheServer, _server.Address), true);
        return failure is DarkroomProblemException refused ? (ErrorRecords.From(named?.Invoke(refused) ?? refused, Shown(path)), false) : null;
    }

    /// <summary>The path as scripts write it, for errors and questions.</summary>
    private protected static string Shown(string path) => DriveText.Join(DriveText.Split(path), withDrive: true);

    /// <exception cref="ModuleException">The text is no path, or a name in it can't be one.</exception>
    private static XDHypPath Place(string path)
    {
        if (DrivePlace.TryParse(path, out var place, out var error)) return place;
        throw error.Kind == PathErrorKind.InvalidHead
            ? DriveErrors.NameInvalid.With(DriveText.Split(path)[1], error.Message)
            : DriveErrors.PathInvalid.With(Shown(path), error.Message);
    }

    private ConnectedServer Connect()
    {
        var given = DynamicParameters as ServerParameters;
        try
        {
            return ServerSession.Current.Connect(given?.AdminAddress, given?.BearerToken);
        }
        catch (ModuleException e)
        {
            _unconnected = e;
            throw;
        }
    }
}
