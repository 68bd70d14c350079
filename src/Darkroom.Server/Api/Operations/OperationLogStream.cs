using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Darkroom.Core.Operations;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Darkroom.Server.Api.Operations;

/// <summary>
/// An operation's log, written as server-sent events while it grows. While nothing happens a comment line says every two seconds that the connection lives.
/// </summary>
/// <param name="read">Reads a piece of the log after a sequence.</param>
/// <param name="follow">Begins to follow the operation.</param>
/// <param name="after">Sequence of the last event that the reader knows.</param>
/// <param name="mayRead">Whether the reader may still read; asked again for each piece.</param>
/// <param name="stopping">The server ends.</param>
internal sealed class OperationLogStream(
    Func<long, CancellationToken, Task<OperationLogPage>> read, Func<OperationSignals.Follower> follow, long after,
    Func<CancellationToken, Task<bool>> mayRead, JsonSerializerOptions json, CancellationToken stopping)
    : IResult, IEndpointMetadataProvider
{
    public const int BatchSize = 200;
    private const string ContentType = "text/event-stream";
    private const string Heartbeat = ":\n\n";
    private const string Rest = "event: rest\ndata: {}\n\n";

    // How late an event of another process may be seen. Whoever watches does so in real time, whatever the clock's scale.
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromSeconds(2);

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [ContentType]));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping);
        httpContext.Response.ContentType = ContentType;
        httpContext.Response.Headers.CacheControl = "no-cache,no-store";
        httpContext.Response.Headers.ContentEncoding = "identity";
        httpContext.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        try
        {
            await WriteAsync(httpContext.Response, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The reader has gone, or the server goes and the reader comes back with the last id he has.
        }
    }

    private async Task WriteAsync(HttpResponse response, CancellationToken ct)
    {
        // The answer begins at once: a reader who knows everything so far would else not learn that he is heard.
        await response.Body.FlushAsync(ct);
        using var follower = follow();
        while (await mayRead(ct))
        {
            // Taken before the table is read: a commit in between then wakes the wait below.
            var change = follower.NextChange;
            var page = await read(after, ct);
            foreach (var next in page.Events)
            {
                after = next.Sequence;
                await response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"id: {after}\ndata: {JsonSerializer.Serialize(next, json)}\n\n"), ct);
            }

            if (page.Ended)
            {
                await response.WriteAsync(Rest, ct);
                return;
            }

            if (page.Events.Count < BatchSize)
            {
                await change.WaitAsync(ReadAgainAfter, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                ct.ThrowIfCancellationRequested();
                await response.WriteAsync(change.IsCompleted ? "" : Heartbeat, ct);
            }
        }
    }
}
