using System.Net.Http.Headers;

namespace Darkroom.Bench.Engine;

/// <summary>The floor of what a cmdlet asks: a plain HTTP client that keeps its connection.</summary>
internal static class BareHttp
{
    public static HttpClient Make(string url, string token)
    {
        var http = new HttpClient { BaseAddress = new Uri(new Uri(url), "/api/v1/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return http;
    }
}
