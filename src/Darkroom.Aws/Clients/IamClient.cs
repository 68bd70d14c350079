using System.Globalization;
using System.Net.Http.Headers;
using System.Xml.Linq;
using Amazon.Runtime;

namespace Darkroom.Aws.Clients;

/// <summary>
/// The one call of IAM that is needed, in the Query protocol of version 2010-05-08; the SDK's package for it isn't among ours. What goes wrong is thrown
/// as the SDK would throw it.
/// </summary>
internal sealed class IamClient(HttpClient http, Uri endpoint, string region, Func<Task<ImmutableCredentials>> credentials, Func<DateTime> now)
{
    /// <summary>IAM is global, and signed for this Region (AWS general reference, IAM endpoints).</summary>
    public const string GlobalRegion = "us-east-1";

    public static readonly Uri GlobalEndpoint = new("https://iam.amazonaws.com");

    private const string Service = "iam";
    private const string FormType = "application/x-www-form-urlencoded";

    private static readonly XNamespace Xmlns = "https://iam.amazonaws.com/doc/2010-05-08/";

    /// <summary>Counters and quotas of the account by their names; the account's id isn't among them.</summary>
    public async Task<IReadOnlyDictionary<string, int>> GetAccountSummaryAsync(CancellationToken ct)
    {
        var answer = await PostAsync("Action=GetAccountSummary&Version=2010-05-08", ct);
        return answer.Descendants(Xmlns + "entry").ToDictionary(
            entry => entry.Element(Xmlns + "key")!.Value, entry => int.Parse(entry.Element(Xmlns + "value")!.Value, CultureInfo.InvariantCulture));
    }

    private async Task<XDocument> PostAsync(string body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint, "/"));
        request.Content = new StringContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(FormType);
        SignatureV4.Sign(request, body, await credentials(), region, Service, now());
        using var answer = await http.SendAsync(request, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        return answer.IsSuccessStatusCode ? XDocument.Parse(text) : throw Refusal(answer, text);
    }

    private static AmazonServiceException Refusal(HttpResponseMessage answer, string text)
    {
        string? Said(string name) => text.StartsWith('<') ? XDocument.Parse(text).Descendants().FirstOrDefault(e => e.Name.LocalName == name)?.Value : null;
        return new AmazonServiceException(
            Said("Message") ?? answer.ReasonPhrase, null, ErrorType.Unknown, Said("Code") ?? "", Said("RequestId") ?? "", answer.StatusCode);
    }
}
