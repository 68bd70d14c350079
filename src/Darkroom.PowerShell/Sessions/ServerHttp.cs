using System.Net.Http.Headers;

namespace Darkroom.PowerShell.Sessions;

/// <summary>The HTTP client for a server.</summary>
internal static class ServerHttp
{
    /// <summary>An address where nobody answers is told within this time.</summary>
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    public static HttpClient Make(Uri server, string token)
    {
        // A proxy that the environment names knows nothing of this machine's own addresses, and mustn't see the token.
        var sockets = new SocketsHttpHandler { ConnectTimeout = ConnectTimeout, PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseProxy = !server.IsLoopback };
        var handler = new TraceHeaders(new RepeatedChanges(sockets));
        var http = new HttpClient(handler) { BaseAddress = server };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Darkroom.PowerShell", typeof(ServerHttp).Assembly.GetName().Version!.ToString(3)));
        return http;
    }
}
