using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Darkroom.PowerShell.Tests.Host;

/// <summary>Takes connections and whatever is sent first, and then says nothing, or hangs up.</summary>
public sealed class BrokenServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentBag<TcpClient> _held = [];
    private readonly bool _hangsUp;

    public BrokenServer(bool hangsUp)
    {
        _hangsUp = hangsUp;
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Url => $"http://{_listener.LocalEndpoint}";

    /// <summary>The heads of what was asked for so far.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public void Dispose()
    {
        _listener.Stop();
        foreach (var client in _held) client.Dispose();
    }

    private async Task AcceptAsync()
    {
        var bytes = new byte[16384];
        while (true)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync();
                _held.Add(client);
                var read = await client.GetStream().ReadAsync(bytes);
                _requests.Enqueue(Encoding.ASCII.GetString(bytes, 0, read));
                if (_hangsUp) client.Close();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
            {
                return;
            }
        }
    }
}
