using System.Collections.Concurrent;
using Darkroom.Testing;
using Microsoft.AspNetCore.Http;

namespace Darkroom.PowerShell.Tests.Host;

/// <summary>Keeps what it is asked for, and lets only what reads through: a change is refused, so that whoever sends one is seen.</summary>
public sealed class RecordingServer : ServerInFront
{
    // It changes nothing, and has names in its body that are too many for an address.
    private const string ReadingPost = "/name-availability";

    private readonly ConcurrentQueue<string> _changes = new();

    private RecordingServer(DarkroomServer server)
        : base(server)
    {
    }

    /// <summary>Requests that would have changed something since the last look.</summary>
    public IReadOnlyList<string> TakeChanges()
    {
        var taken = _changes.ToArray();
        _changes.Clear();
        return taken;
    }

    public static async Task<RecordingServer> StartAsync(DarkroomServer server)
    {
        var recording = new RecordingServer(server);
        await recording.StartAsync();
        return recording;
    }

    protected override async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || request.Path.Value!.EndsWith(ReadingPost, StringComparison.Ordinal))
        {
            using var answer = await ForwardAsync(context);
            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        else
        {
            _changes.Enqueue($"{request.Method} {request.Path}");
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
    }
}
