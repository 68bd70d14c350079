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
    private PipelineCalls? _running;

    private protected ConnectedServer Server => _server ??= Connect();

    private protected DriveCache Cache => DriveCache.Of(Server.Client);

    protected override void StopProcessing() => _running?.Stop();

    /// <summary>Runs a call of the client while the pipeline's thread waits; stopping the pipeline cancels it.</summary>
    private protected T Call<T>(Func<DarkroomClient, CancellationToken, Task<T>> call)
    {
        // The session is the pipeline thread's to find.
        var client = Server.Client;

        // A cmdlet that ran before may have set a trace of its own.
        TraceHeaders.Set(null, null);
        using var calls = new PipelineCalls();
        _running = calls;
        try
        {
            return calls.Run(ct => call(client, ct));
        }
        finally
        {
            _running = null;
        }
    }

    /// <summary>Does the work for one item; a failure becomes its error record.</summary>
    private protected void Attempt(string path, Action<XDHypPath> work, Func<DarkroomProblemException, DarkroomProblemException>? named = null)
    {
        try
        {
            work(Place(path));
        }
        catch (ModuleException e)
        {
            WriteError(ErrorRecords.From(e, Shown(path)));
        }
        catch (Exception e) when (Explain(e) is { } aboutTheServer)
        {
            ThrowTerminatingError(ErrorRecords.From(aboutTheServer, _server!.Address));
        }
        catch (DarkroomProblemException e)
        {
            WriteError(ErrorRecords.From(named?.Invoke(e) ?? e, Shown(path)));
        }
    }

    /// <summary>What the server says, or what it refuses; a failure that is about the server ends the command.</summary>
    private protected T Ask<T>(Func<T> question, Func<DarkroomProblemException, T> refused)
    {
        try
        {
            return question();
        }
        catch (Exception e) when (Explain(e) is { } aboutTheServer)
        {
            ThrowTerminatingError(ErrorRecords.From(aboutTheServer, _server!.Address));
            throw;
        }
        catch (DarkroomProblemException e)
        {
            return refused(e);
        }
    }

    /// <summary>The path as scripts write it, for errors and questions.</summary>
    private protected static string Shown(string path) => DriveText.Join(DriveText.Split(path), withDrive: true);

    /// <exception cref="ModuleException">The text is no path, or a name in it can't be one.</exception>
    private static XDHypPath Place(string path)
    {
        if (XDHypPath.TryParseInDrive(path, out var place, out var error)) return place;
        throw error.Kind == PathErrorKind.InvalidHead
            ? DriveErrors.NameInvalid.With(DriveText.Split(path)[1], error.Message)
            : DriveErrors.PathInvalid.With(Shown(path), error.Message);
    }

    private ModuleException? Explain(Exception failure) => _server?.Explain(failure);

    private ConnectedServer Connect()
    {
        var given = DynamicParameters as ServerParameters;
        try
        {
            return ServerSession.Current.Connect(given?.AdminAddress, given?.BearerToken);
        }
        catch (ModuleException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, given?.AdminAddress));
            throw;
        }
    }
}
