using System.Net;
using System.Net.Sockets;

namespace Darkroom.Testing;

/// <summary>A port for a server that has to come back on the same one.</summary>
public static class FreePort
{
    /// <summary>One that nobody listened on a moment ago.</summary>
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
