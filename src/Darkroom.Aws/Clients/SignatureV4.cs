using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Runtime;

namespace Darkroom.Aws.Clients;

/// <summary>Signs a POST to the root path without a query as AWS wants it (Signature Version 4).</summary>
internal static class SignatureV4
{
    private const string Algorithm = "AWS4-HMAC-SHA256";

    public static void Sign(HttpRequestMessage request, string body, ImmutableCredentials keys, string region, string service, DateTime now)
    {
        var time = now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["content-type"] = request.Content!.Headers.ContentType!.ToString(),
            ["host"] = request.RequestUri!.Authority,
            ["x-amz-date"] = time,
        };
        if (keys.UseToken)
        {
            headers["x-amz-security-token"] = keys.Token;
        }

        foreach (var (name, value) in headers.Where(header => header.Key.StartsWith("x-amz-", StringComparison.Ordinal)))
        {
            request.Headers.Add(name, value);
        }

        foreach (var own in request.Headers.Where(header => header.Key.StartsWith("x-amz-", StringComparison.Ordinal)))
        {
            headers.TryAdd(own.Key, own.Value.Single());
        }

        var names = string.Join(';', headers.Keys);
        var canonical = $"POST\n/\n\n{string.Concat(headers.Select(header => $"{header.Key}:{header.Value}\n"))}\n{names}\n{Hash(body)}";
        var scope = $"{time[..8]}/{region}/{service}/aws4_request";
        var signature = Convert.ToHexStringLower(Hmac(KeyOf(keys.SecretKey, scope), $"{Algorithm}\n{time}\n{scope}\n{Hash(canonical)}"));
        request.Headers.TryAddWithoutValidation("Authorization", $"{Algorithm} Credential={keys.AccessKey}/{scope}, SignedHeaders={names}, Signature={signature}");
    }

    private static byte[] KeyOf(string secret, string scope) => scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + secret), Hmac);

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
