using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Amazon.Runtime;

namespace Darkroom.Simulator.Tests.Http;

/// <summary>A signed request for what no client at hand can send, for example IAM calls.</summary>
internal static class SignedQuery
{
    public static async Task<(HttpStatusCode Status, XDocument Body)> SendAsync(
        SimulatedCloud cloud, BasicAWSCredentials keys, string service, string region, params (string Name, string Value)[] parameters)
    {
        var body = string.Join('&', parameters.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}"));
        var (status, answer) = await PostAsync(cloud, keys, service, region, "application/x-www-form-urlencoded; charset=utf-8", null, body);
        return (status, XDocument.Parse(answer));
    }

    /// <summary>The same for a service that speaks AWS JSON 1.1; the target names the call.</summary>
    public static async Task<(HttpStatusCode Status, JsonElement Body)> SendJsonAsync(
        SimulatedCloud cloud, BasicAWSCredentials keys, string service, string region, string target, string body)
    {
        var (status, answer) = await PostAsync(cloud, keys, service, region, "application/x-amz-json-1.1", target, body);
        using var document = JsonDocument.Parse(answer);
        return (status, document.RootElement.Clone());
    }

    public static string? Text(this XDocument document, string name) => document.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value;

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(
        SimulatedCloud cloud, BasicAWSCredentials keys, string service, string region, string type, string? target, string body)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, cloud.Server.BaseUri);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (target is not null)
            request.Headers.Add("X-Amz-Target", target);
        Sign(request, type, body, keys.GetCredentials(), service, region);
        using var response = await client.SendAsync(request, SimulatedCloud.Cancel);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(SimulatedCloud.Cancel));
    }

    private static void Sign(HttpRequestMessage request, string type, string body, ImmutableCredentials keys, string service, string region)
    {
        var time = TimeProvider.System.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = $"{time[..8]}/{region}/{service}/aws4_request";
        const string signed = "content-type;host;x-amz-date";
        var canonical = $"POST\n/\n\ncontent-type:{type}\nhost:{request.RequestUri!.Authority}\nx-amz-date:{time}\n\n{signed}\n{Hash(body)}";
        var key = Encoding.UTF8.GetBytes("AWS4" + keys.SecretKey);
        foreach (var part in scope.Split('/'))
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hash(canonical)}")));
        request.Content!.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Headers.TryAddWithoutValidation("X-Amz-Date", time);
        request.Headers.TryAddWithoutValidation("Authorization",
            $"AWS4-HMAC-SHA256 Credential={keys.AccessKey}/{scope}, SignedHeaders={signed}, Signature={signature}");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
