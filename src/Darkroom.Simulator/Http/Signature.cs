using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Darkroom.Simulator.Http;

/// <summary>What a request's <c>Authorization</c> header says, in AWS Signature Version 4.</summary>
internal sealed record Signature(string AccessKeyId, string Date, string Region, string Service, IReadOnlyList<string> SignedHeaders, string Value)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Reads the header, or null when there is none of this kind.</summary>
    public static Signature? Read(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Algorithm + " ", StringComparison.Ordinal))
            return null;
        var parts = header[(Algorithm.Length + 1)..].Split(',', StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
        if (!parts.TryGetValue("Credential", out var credential) || !parts.TryGetValue("SignedHeaders", out var headers)
            || !parts.TryGetValue("Signature", out var value))
        {
            return null;
        }
        var scope = credential.Split('/');
        return scope.Length == 5 ? new(scope[0], scope[1], scope[2], scope[3], headers.Split(';'), value) : null;
    }

    /// <summary>When the request was signed, or null when it doesn't say.</summary>
    public static DateTimeOffset? SignedAt(HttpRequest request) =>
        DateTimeOffset.TryParseExact(request.Headers["X-Amz-Date"].ToString(), TimeFormat, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>Whether the request was signed with this secret and reached us unchanged.</summary>
    public bool Matches(HttpRequest request, byte[] body, string secret)
    {
        var payload = Hex(SHA256.HashData(body));
        var declared = request.Headers["X-Amz-Content-Sha256"].ToString();
        if (declared.Length > 0 && declared != payload)
            return false;
        var stringToSign = string.Join('\n', Algorithm, request.Headers["X-Amz-Date"].ToString(), $"{Date}/{Region}/{Service}/aws4_request",
            Hex(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(request, payload)))));
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var step in (string[])[Date, Region, Service, "aws4_request"])
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(step));
        var expected = Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(stringToSign)));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(Value));
    }

    private string Canonical(HttpRequest request, string payloadHash)
    {
        var target = request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?', 2);
        var query = target.Length == 1 ? "" : string.Join('&', target[1].Split('&', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
        var headers = string.Concat(SignedHeaders.Select(name => $"{name}:{HeaderValue(request, name)}\n"));
        return string.Join('\n', request.Method, target[0], query, headers, string.Join(';', SignedHeaders), payloadHash);
    }

    private static string HeaderValue(HttpRequest request, string name) =>
        string.Join(',', request.Headers[name].Select(value => string.Join(' ', (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
