using System.Net.Http.Headers;

namespace Darkroom.PowerShell.Sessions;

/// <summary>The HTTP client for a server.</summary>
internal static class ServerHttp
{
    /// <summary>An address where nobody answers is told within this time.</summary>
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    public static HttpClient Make(Uri server, string token)
    {
        var handler = new TraceHeaders(new SocketsHttpHandler { ConnectTimeout = ConnectTimeout, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        var http = new HttpClient(handler) { BaseAddress = server };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Darkroom.PowerShell", typeof(ServerHttp).Assembly.GetName().Version!.ToString(3)));
        return http;
    }
}
