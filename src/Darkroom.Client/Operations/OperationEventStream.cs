using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Darkroom.Client.Http;
using Darkroom.Contracts.Operations;

namespace Darkroom.Client.Operations;

/// <summary>Reads server-sent events. The server's <c>rest</c> event closes the stream; any other end is a broken connection.</summary>
internal sealed class OperationEventStream(ApiConnection api, string path)
{
    private const string RestEvent = "rest";

    private static readonly TimeSpan ReconnectAfter = TimeSpan.FromMilliseconds(500);

    public async IAsyncEnumerable<OperationEventDto> ReadAsync(long after, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var atRest = false; !atRest;)
        {
            await using var events = ConnectAsync(after, ct).GetAsyncEnumerator(ct);
            while (await MoveAsync(events).ConfigureAwait(false))
            {
                if (events.Current is not { } next)
                {
                    atRest = true;
                    break;
                }

                after = next.Sequence;
                yield return next;
            }

            if (!atRest)
            {
                await Task.Delay(ReconnectAfter, ct).ConfigureAwait(false);
            }
        }
    }

    private static async ValueTask<bool> MoveAsync(IAsyncEnumerator<OperationEventDto?> events)
    {
        try
        {
            return await events.MoveNextAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>The events of one connection; null says that the operation is ended or held.</summary>
    private async IAsyncEnumerable<OperationEventDto?> ConnectAsync(long after, [EnumeratorCancellation] CancellationToken ct)
    {
        var request = ApiConnection.Request(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Add("Last-Event-ID", after.ToString(System.Globalization.CultureInfo.InvariantCulture));
        using var response = await api.OpenAsync(request, ct).ConfigureAwait(false);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(ct).ConfigureAwait(false), Encoding.UTF8);
        var (kind, data) = ("", new StringBuilder());
        while (await lines.ReadLineAsync(ct).ConfigureAwait(false) is { } line)
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
}
