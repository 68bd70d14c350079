using System.ComponentModel;
using System.Globalization;
using Darkroom.Core.Access;
using Darkroom.Core.Operations;
using Darkroom.Server.Api.Common;
using Darkroom.Server.SignIn;
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
    private const string LastEventIdHeader = "Last-Event-ID";

    public void Map(IEndpointRouteBuilder api) => api.MapGroup("/operations").WithTags("Operations").MapGet("/{id}/events", Follow).Needs<ReadOperationEvents>();

    /// <summary>
    /// Follows an operation's log as server-sent events: each event's id is its sequence, its data an OperationEventDto. The event named "rest"
    /// says that the operation is ended or held, and closes the stream; any other end is a broken connection. A comment line comes every two seconds
    /// while nothing happens. The stream of a token that was revoked ends within seconds.
    /// </summary>
    internal static async Task<OperationLogStream> Follow(
        Guid id,
        [FromHeader(Name = LastEventIdHeader), Description("Sequence of the last event already seen; without it the stream begins with the first.")] string? lastEventId,
        Caller caller, ReadOperationEvents useCase, OperationSignals signals, IHostApplicationLifetime lifetime, IOptions<JsonOptions> json, HttpContext context)
    {
        var after = Sequence(lastEventId);

        // Read once before the answer begins, so that a wrong id is a problem and not an empty stream.
        await useCase.HandleAsync(caller, id, after, 1, context.RequestAborted);
        return new OperationLogStream(
            (read, ct) => useCase.HandleAsync(caller, id, read, OperationLogStream.BatchSize, ct), () => signals.Follow(id), after,
            ct => TokenSignIn.IsStillValidAsync(context, ct), json.Value.SerializerOptions, lifetime.ApplicationStopping);
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
