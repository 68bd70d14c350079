using System.Collections.Concurrent;
using System.Diagnostics;

namespace Darkroom.PowerShell.Tests.Drive;

/// <summary>The requests that this process sends to a server, as <c>GET path?query</c>.</summary>
internal sealed class Requests : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly Uri _server;
    private readonly ConcurrentQueue<string> _sent = new();
    private readonly ConcurrentBag<IDisposable> _subscriptions = [];

    public Requests(Uri server)
    {
        _server = server;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>Those that were sent since this was asked the last time.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (_sent.TryDequeue(out var request)) taken.Add(request);
        return taken;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "HttpHandlerDiagnosticListener") _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key != "System.Net.Http.HttpRequestOut.Start") return;
        var request = (HttpRequestMessage)value.Value!.GetType().GetProperty("Request")!.GetValue(value.Value)!;
        if (request.RequestUri!.Authority == _server.Authority) _sent.Enqueue($"{request.Method} {Uri.UnescapeDataString(request.RequestUri.PathAndQuery)}");
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions) subscription.Dispose();
    }
}
