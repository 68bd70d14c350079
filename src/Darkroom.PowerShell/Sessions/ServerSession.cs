using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Darkroom.Client;
using Darkroom.PowerShell.Errors;

namespace Darkroom.PowerShell.Sessions;

/// <summary>
/// What a runspace remembers: the server that last answered to an -AdminAddress, tokens given for servers, and their clients. Runspaces know nothing of each
/// other, so parallel ones may talk to different servers.
/// </summary>
public sealed class ServerSession
{
    private static readonly ConditionalWeakTable<Runspace, ServerSession> Sessions = [];

    private readonly Dictionary<Uri, string> _tokens = [];
    private readonly Dictionary<(Uri Server, string Token), DarkroomClient> _clients = [];
    private Uri? _server;

    /// <summary>The session of the runspace whose pipeline runs on this thread.</summary>
    public static ServerSession Current => Sessions.GetValue(
        Runspace.DefaultRunspace ?? throw new InvalidOperationException("There is no runspace on this thread."), _ => new ServerSession());

    /// <summary>The server for a call with these parameters.</summary>
    /// <param name="adminAddress">Stays the session's server once that has answered; null takes what the session, the environment or the endpoint file says.</param>
    /// <param name="bearerToken">Stays this server's token in the session when it is given together with the address and taken.</param>
    /// <exception cref="ModuleException">No server or no token is known, or the address is malformed.</exception>
    public ConnectedServer Connect(string? adminAddress = null, string? bearerToken = null)
    {
        var choice = Choose(adminAddress, bearerToken);
        return new ConnectedServer(ClientFor(choice), choice, string.IsNullOrEmpty(adminAddress) ? null : () =>
        {
            _server = choice.Server;
            if (!string.IsNullOrEmpty(bearerToken)) _tokens[choice.Server] = choice.Token;
        });
    }

    /// <summary>The same for somebody who only looks: nothing is remembered.</summary>
    /// <exception cref="ModuleException">No server or no token is known, or the address is malformed.</exception>
    public ConnectedServer Look(string? adminAddress, string? bearerToken)
    {
        var choice = Choose(adminAddress, bearerToken);
        return new ConnectedServer(ClientFor(choice), choice);
    }

    private ServerChoice Choose(string? adminAddress, string? bearerToken) =>
        ServerChoice.Make(adminAddress, bearerToken, _server, server => _tokens.GetValueOrDefault(server));

    private DarkroomClient ClientFor(ServerChoice choice)
    {
        var key = (choice.Server, choice.Token);
        if (!_clients.TryGetValue(key, out var client))
        {
            _clients[key] = client = new DarkroomClient(ServerHttp.Make(choice.Server, choice.Token));
        }

        return client;
    }
}
