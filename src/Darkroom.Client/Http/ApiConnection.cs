using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Darkroom.Contracts.Problems;

namespace Darkroom.Client.Http;

/// <summary>Sends requests to <c>/api/v1</c>, reads answers, and turns problems into exceptions.</summary>
public sealed class ApiConnection(HttpClient http)
{
    private const string Root = "api/v1/";

    /// <summary>Joins path segments, each escaped.</summary>
    /// <exception cref="DarkroomProblemException"><c>InputNameInvalid</c>: a segment is one that a URL can't carry.</exception>
    public static string Path(params string[] segments) => string.Join('/', segments.Select(Escaped));

    /// <summary>Adds the query members that aren't null.</summary>
    public static string Query(string path, params (string Name, object? Value)[] members)
    {
        var given = members
            .Where(member => member.Value is not null)
            .Select(member => $"{member.Name}={Uri.EscapeDataString(Convert.ToString(member.Value, CultureInfo.InvariantCulture)!)}");
        var query = string.Join('&', given);
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    public Task<T> GetAsync<T>(string path, CancellationToken ct) => ReadAsync<T>(new HttpRequestMessage(HttpMethod.Get, Root + path), ct);

    /// <summary>Sends a change and reads its answer.</summary>
    /// <exception cref="DarkroomProblemException">The server refused it.</exception>
    public Task<T> SendAsync<T>(HttpMethod method, string path, object? body, RequestContext? context, CancellationToken ct) =>
        ReadAsync<T>(Request(method, path, body, context), ct);

    /// <summary>Sends a change whose answer has no body.</summary>
    /// <exception cref="DarkroomProblemException">The server refused it.</exception>
    public async Task SendAsync(HttpMethod method, string path, object? body, RequestContext? context, CancellationToken ct)
    {
        using var response = await SendAsync(Request(method, path, body, context), HttpCompletionOption.ResponseContentRead, ct).ConfigureAwait(false);
    }

    /// <summary>Sends a change whose answer may have no body, then null.</summary>
    /// <exception cref="DarkroomProblemException">The server refused it.</exception>
    public async Task<T?> SendForOptionalAsync<T>(HttpMethod method, string path, RequestContext? context, CancellationToken ct)
        where T : class
    {
        using var response = await SendAsync(Request(method, path, null, context), HttpCompletionOption.ResponseContentRead, ct).ConfigureAwait(false);
        return response.StatusCode == HttpStatusCode.NoContent ? null : await response.Content.ReadFromJsonAsync<T>(DarkroomJson.Options, ct).ConfigureAwait(false);
    }

    /// <summary>Opens an answer that is read while it comes.</summary>
    internal async Task<HttpResponseMessage> OpenAsync(HttpRequestMessage request, CancellationToken ct) =>
        await SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct).ConfigureAwait(false);

    internal static HttpRequestMessage Request(HttpMethod method, string path, object? body = null, RequestContext? context = null)
    {
        context ??= RequestContext.Empty;
        var request = new HttpRequestMessage(method, Root + path);
        if (body is not null)
        {
            request.Content = JsonContent.Create(body, body.GetType(), options: DarkroomJson.Options);
        }

        if (method == HttpMethod.Patch || method == HttpMethod.Put || method == HttpMethod.Delete)
        {
            request.Headers.IfMatch.Add(context.IfVersion is { } version ? new EntityTagHeaderValue($"\"{version}\"") : EntityTagHeaderValue.Any);
        }

        if (context.IdempotencyKey is { } key)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (context.LoggingId is { } id)
        {
            request.Headers.Add("Darkroom-Logging-Id", id.ToString());
        }

        return request;
    }

    /// <summary>An empty segment and the two of dots would lead to another resource: URLs drop them, escaped or not (RFC 3986, 5.2.4 and 6.2.2).</summary>
    private static string Escaped(string segment) => segment is "" or "." or ".." ? throw Unaddressable(segment) : Uri.EscapeDataString(segment);

    private static DarkroomProblemException Unaddressable(string segment) => new(new ProblemDto
    {
        Type = "/docs/errors#inputnameinvalid",
        Title = "Input name invalid",
        Status = 400,
        Detail = $"'{segment}' isn't a valid name: nothing can be called so.",
        Code = "InputNameInvalid",
        Remedy = "Give the name or the uid of what is meant.",
        Errors = [],
    });

    private async Task<T> ReadAsync<T>(HttpRequestMessage request, CancellationToken ct)
    {
        using var response = await SendAsync(request, HttpCompletionOption.ResponseContentRead, ct).ConfigureAwait(false);
        return await response.Content.ReadFromJsonAsync<T>(DarkroomJson.Options, ct).ConfigureAwait(false)
            ?? throw new JsonException($"{request.RequestUri} was answered with null.");
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, HttpCompletionOption completion, CancellationToken ct)
    {
        using (request)
        {
            var response = await http.SendAsync(request, completion, ct).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
            {
                return response;
            }

            using (response)
            {
                throw new DarkroomProblemException(await ReadProblemAsync(response, ct).ConfigureAwait(false), RetryAfter(response));
            }
        }
    }

    /// <summary>Seconds, or a date that is taken against the answer's own.</summary>
    private static TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } seconds } => seconds,
        { Date: { } then } when response.Headers.Date is { } now && then > now => then - now,
        _ => null,
    };

    private static async Task<ProblemDto> ReadProblemAsync(HttpResponseMessage response, CancellationToken ct)
    {
        if (response.Content.Headers.ContentType?.MediaType == "application/problem+json")
        {
            return await response.Content.ReadFromJsonAsync<ProblemDto>(DarkroomJson.Options, ct).ConfigureAwait(false)
                ?? throw new JsonException("The problem is null.");
        }

        // Not from Darkroom: a proxy on the way, or another server at that address.
        return new ProblemDto
        {
            Type = "about:blank",
            Title = response.ReasonPhrase ?? "Unexpected answer",
            Status = (int)response.StatusCode,
            Detail = $"{response.RequestMessage?.RequestUri} answered {(int)response.StatusCode} without a problem document.",
            Code = "UnexpectedAnswer",
            Remedy = "Check that the address is that of a Darkroom server.",
            Errors = [],
        };
    }
}
