using Darkroom.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Darkroom.PowerShell.Tests.Host;

/// <summary>Stands before a server, and decides of each request what comes back.</summary>
public abstract class ServerInFront : IAsyncDisposable
{
    private readonly HttpClient _behind;
    private readonly WebApplication _application;

    protected ServerInFront(DarkroomServer server)
    {
        _behind = new HttpClient { BaseAddress = server.Url };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _application = builder.Build();
        _application.Urls.Add("http://127.0.0.1:0");
        _application.Run(AnswerAsync);
    }

    public string Url => _application.Urls.Single();

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _behind.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract Task AnswerAsync(HttpContext context);

    protected Task StartAsync() => _application.StartAsync();

    /// <summary>Asks the server behind.</summary>
    protected async Task<HttpResponseMessage> ForwardAsync(HttpContext context)
    {
        var request = context.Request;
        using var forwarded = new HttpRequestMessage(new HttpMethod(request.Method), $"{request.Path}{request.QueryString}");
        foreach (var header in request.Headers.Where(header => header.Key is "Authorization" or "Idempotency-Key"))
        {
            forwarded.Headers.TryAddWithoutValidation(header.Key, (string?)header.Value);
        }

        if (request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0)
        {
            forwarded.Content = new StreamContent(request.Body);
            forwarded.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        }

        var answer = await _behind.SendAsync(forwarded, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        return answer;
    }
}
