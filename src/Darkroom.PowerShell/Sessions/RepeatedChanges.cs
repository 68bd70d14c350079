namespace Darkroom.PowerShell.Sessions;

/// <summary>
/// Sends a change whose connection breaks once more. Both have one Idempotency-Key, under which the server answers a repeat with its first reply and does
/// nothing again.
/// </summary>
internal sealed class RepeatedChanges(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const string Key = "Idempotency-Key";

    /// <exception cref="InterruptedChangeException">The repeat broke as well.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Get || request.Method == HttpMethod.Head)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        if (!request.Headers.Contains(Key))
        {
            request.Headers.Add(Key, Guid.NewGuid().ToString());
        }

        try
        {
            return await SendWholeAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException e) when (HasBroken(e))
        {
            try
            {
                return await SendWholeAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (HttpRequestException again)
            {
                throw new InterruptedChangeException(again);
            }
        }
    }

    /// <summary>The answer's body as well: a break in the midst of it leaves the caller as ignorant as one before it.</summary>
    private async Task<HttpResponseMessage> SendWholeAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var response = await base.SendAsync(request, ct).ConfigureAwait(false);
        try
        {
            await response.Content.ReadAsByteArrayAsync(ct).ConfigureAwait(false);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>After there was a connection: the server may have got the request.</summary>
    private static bool HasBroken(HttpRequestException failure) =>
        failure.HttpRequestError is HttpRequestError.Unknown or HttpRequestError.ResponseEnded or HttpRequestError.HttpProtocolError;
}
