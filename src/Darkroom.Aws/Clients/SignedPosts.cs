using System.Net.Http.Headers;
using Amazon.Runtime;

namespace Darkroom.Aws.Clients;

/// <summary>Signed POSTs to a service whose SDK package isn't among ours. What AWS refuses is thrown as the SDK would throw it.</summary>
internal sealed class SignedPosts(HttpClient http, Uri endpoint, string region, string service, Func<Task<ImmutableCredentials>> credentials, Func<DateTime> now)
{
    /// <param name="target">The operation, for the JSON protocols; null for those that name it in the body.</param>
    /// <param name="said">Finds a member of an error in the answer's text, by its name; null where there is none.</param>
    public async Task<PostAnswer<string>> PostAsync(string contentType, string body, string? target, Func<string, string, string?> said, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint, "/"));
        request.Content = new StringContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        if (target is not null)
        {
            request.Headers.Add("x-amz-target", target);
        }

        SignatureV4.Sign(request, body, await credentials(), region, service, now());
        using var answer = await http.SendAsync(request, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        return answer.IsSuccessStatusCode ? new PostAnswer<string>(text, RequestId(answer)) : throw new AmazonServiceException(
            said(text, "Message") ?? answer.ReasonPhrase, null, ErrorType.Unknown, said(text, "Code") ?? "", said(text, "RequestId") ?? RequestId(answer) ?? "", answer.StatusCode);
    }

    private static string? RequestId(HttpResponseMessage answer) => answer.Headers.TryGetValues("x-amzn-requestid", out var ids) ? ids.First() : null;
}
