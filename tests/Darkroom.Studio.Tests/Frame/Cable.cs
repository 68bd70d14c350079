using System.Net;
using System.Net.Sockets;

namespace Darkroom.Studio.Tests.Frame;

/// <summary>What lies between a browser and a server, and can be pulled: open connections break, and new ones are closed at once until it is put back.</summary>
public sealed class Cable : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Uri _server;
    private readonly Lock _lock = new();
    private readonly List<TcpClient> _ends = [];
    private bool _pulled;

    public Cable(Uri server)
    {
        _server = server;
        _listener.Start();
        Url = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _ = AcceptAsync();
    }

    /// <summary>Where the server is found through it.</summary>
    public Uri Url { get; }

    public void Pull()
    {
        lock (_lock)
        {
            _pulled = true;
            _ends.ForEach(end => end.Dispose());
            _ends.Clear();
        }
    }

    public void PutBack()
    {
        lock (_lock)
        {
            _pulled = false;
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        Pull();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It is taken away.
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using var near = browser;
        using var far = new TcpClient();
        try
        {
            lock (_lock)
            {
                if (_pulled)
                {
                    return;
                }

                _ends.AddRange([near, far]);
            }

            await far.ConnectAsync(_server.Host, _server.Port);
            await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
        }
        catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It was pulled.
        }
    }
}
