using System.Collections.Concurrent;
using Darkroom.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Darkroom.PowerShell.Tests.Host;

/// <summary>Stands before a server, keeps what it is asked for, and lets only what reads through: a change is refused, so that whoever sends one is seen.</summary>
public sealed class RecordingServer : IAsyncDisposable
{
    // It changes nothing, and has names in its body that are too many for an address.
    private const string ReadingPost = "/name-availability";

    private readonly ConcurrentQueue<string> _changes = new();
    private readonly HttpClient _behind;
    private readonly WebApplication _application;

    private RecordingServer(HttpClient behind, WebApplication application) => (_behind, _application) = (behind, application);

    public string Url => _application.Urls.Single();

    /// <summary>Requests that would have changed something since the last look.</summary>
    public IReadOnlyList<string> TakeChanges()
    {
        var taken = _changes.ToArray();
        _changes.Clear();
        return taken;
    }

    public static async Task<RecordingServer> StartAsync(DarkroomServer server)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var application = builder.Build();
        application.Urls.Add("http://127.0.0.1:0");
        var recording = new RecordingServer(new HttpClient { BaseAddress = server.Url }, application);
        application.Run(recording.AnswerAsync);
        await application.StartAsync();
        return recording;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _behind.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || request.Path.Value!.EndsWith(ReadingPost, StringComparison.Ordinal);
        if (!reads)
        {
            _changes.Enqueue($"{request.Method} {request.Path}");
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using var forwarded = new HttpRequestMessage(new HttpMethod(request.Method), $"{request.Path}{request.QueryString}");
        forwarded.Headers.TryAddWithoutValidation("Authorization", (string?)request.Headers.Authorization);
        if (request.ContentLength > 0)
        {
            forwarded.Content = new StreamContent(request.Body);
            forwarded.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        }

        using var answer = await _behind.SendAsync(forwarded, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
