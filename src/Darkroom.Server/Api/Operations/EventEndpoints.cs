using System.ComponentModel;
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Darkroom.Core.Access;
using Darkroom.Core.Operations;
using Darkroom.Server.Api.Common;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Darkroom.Server.Api.Operations;

/// <summary>
/// An operation's log as server-sent events. The table is the truth: a signal, or its absence for a while, only says "read again",
/// so events of another process come as well and none is lost or repeated after a break.
/// </summary>
internal sealed class EventEndpoints : IEndpoints
{
    private const int BatchSize = 200;
    private const string LastEventIdHeader = "Last-Event-ID";

    // How late an event of another process may be seen. Whoever watches does so in real time, whatever the clock's scale.
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromSeconds(2);

    public void Map(IEndpointRouteBuilder api) => api.MapGroup("/operations").WithTags("Operations").MapGet("/{id}/events", Follow).Needs<ReadOperationEvents>();

    /// <summary>
    /// Follows an operation's log as server-sent events: each event's id is its sequence, its data an OperationEventDto. The event named "rest"
    /// says that the operation is ended or held, and closes the stream.
    /// </summary>
    internal static async Task<ServerSentEventsResult<string>> Follow(
        Guid id,
        [FromHeader(Name = LastEventIdHeader), Description("Sequence of the last event already seen; without it the stream begins with the first.")] string? lastEventId,
        Caller caller, ReadOperationEvents useCase, OperationSignals signals, IHostApplicationLifetime lifetime, IOptions<JsonOptions> json, HttpContext context)
    {
        var after = Sequence(lastEventId);

        // Read once before the answer begins, so that a wrong id is a problem and not an empty stream.
        await useCase.HandleAsync(caller, id, after, 1, context.RequestAborted);
        var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        context.Response.RegisterForDispose(stop);
        return TypedResults.ServerSentEvents(
            ReadAsync(read => useCase.HandleAsync(caller, id, read, BatchSize, stop.Token), () => signals.Follow(id), after, json.Value.SerializerOptions, stop.Token));
    }

    private static async IAsyncEnumerable<SseItem<string>> ReadAsync(
        Func<long, Task<OperationLogPage>> read, Func<OperationSignals.Follower> follow, long after, JsonSerializerOptions json,
        [EnumeratorCancellation] CancellationToken ct)
    {
        using var follower = follow();
        while (true)
        {
            // Taken before the table is read: a commit in between then wakes the wait below.
            var change = follower.NextChange;
            var page = await read(after);
            foreach (var next in page.Events)
            {
                after = next.Sequence;
                yield return new SseItem<string>(JsonSerializer.Serialize(next, json)) { EventId = next.Sequence.ToString(CultureInfo.InvariantCulture) };
            }

            if (page.Ended)
            {
                yield return new SseItem<string>("{}", "rest");
                yield break;
            }

            if (page.Events.Count < BatchSize)
            {
                await change.WaitAsync(ReadAgainAfter, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                ct.ThrowIfCancellationRequested();
            }
        }
    }

    private static long Sequence(string? lastEventId)
    {
        if (lastEventId is null)
        {
            return 0;
        }

        return long.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? sequence
            : throw RequestErrors.HeaderMalformed.With(LastEventIdHeader, "the id of an event of this stream").On(LastEventIdHeader).AsException();
    }
}
