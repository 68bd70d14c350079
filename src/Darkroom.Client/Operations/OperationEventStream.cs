using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Darkroom.Client.Http;
using Darkroom.Contracts.Operations;

namespace Darkroom.Client.Operations;

/// <summary>
/// Reads server-sent events. The server's <c>rest</c> event closes the stream; any other end is a broken connection, and so is a silence in which the
/// server's comment lines stay away.
/// </summary>
internal sealed class OperationEventStream(ApiConnection api, string path)
{
    private const string RestEvent = "rest";

    private static readonly TimeSpan ReconnectAfter = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>How long the server may say nothing; it says something every two seconds.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    public async IAsyncEnumerable<OperationEventDto> ReadAsync(long after, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var pause = ReconnectAfter;
            await using var events = ConnectAsync(after, ct).GetAsyncEnumerator(ct);
            while (true)
            {
                try
                {
                    if (!await events.MoveNextAsync().ConfigureAwait(false))
                    {
                        break;
                    }
                }
                catch (Exception e) when (IsBroken(e) && !ct.IsCancellationRequested)
                {
                    pause = PauseAfter(e);
                    break;
                }

                if (events.Current is not { } next)
                {
                    yield break;
                }

                after = next.Sequence;
                yield return next;
            }

            await Task.Delay(pause, ct).ConfigureAwait(false);
        }
    }

    /// <summary>The connection broke, or the server is away or busy: nothing that a later try may not cure.</summary>
    private static bool IsBroken(Exception e) => e
        is IOException or HttpRequestException or OperationCanceledException or DarkroomProblemException { IsPassing: true };

    private static TimeSpan PauseAfter(Exception e) => e is DarkroomProblemException { RetryAfter: { } told } && told > ReconnectAfter
        ? told < LongestPause ? told : LongestPause
        : ReconnectAfter;

    /// <summary>The events of one connection; null says that the operation is ended or held.</summary>
    private async IAsyncEnumerable<OperationEventDto?> ConnectAsync(long after, [EnumeratorCancellation] CancellationToken ct)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var response = await HearAsync(silence, api.OpenAsync(Request(after), silence.Token)).ConfigureAwait(false);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(ct).ConfigureAwait(false), Encoding.UTF8);
        var (kind, data) = ("", new StringBuilder());
        while (await HearAsync(silence, lines.ReadLineAsync(silence.Token).AsTask()).ConfigureAwait(false) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                kind = line[7..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                data.Append(line, 6, line.Length - 6);
            }
            else if (line.Length == 0 && kind == RestEvent)
            {
                yield return null;
                yield break;
            }
            else if (line.Length == 0 && data.Length > 0)
            {
                yield return JsonSerializer.Deserialize<OperationEventDto>(data.ToString(), DarkroomJson.Options);
                (kind, data) = ("", data.Clear());
            }
        }
    }

    /// <summary>Waits for the server with patience, which doesn't run while the caller is busy with an event.</summary>
    private async Task<T> HearAsync<T>(CancellationTokenSource silence, Task<T> next)
    {
        silence.CancelAfter(Patience);
        try
        {
            return await next.ConfigureAwait(false);
        }
        finally
        {
            silence.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    private HttpRequestMessage Request(long after)
    {
        var request = ApiConnection.Request(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Add("Last-Event-ID", after.ToString(CultureInfo.InvariantCulture));
        return request;
    }
}
