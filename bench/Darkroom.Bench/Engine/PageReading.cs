using System.Text.Json;
using Darkroom.Bench.Processes;

namespace Darkroom.Bench.Engine;

/// <summary>The floor of a long list: the same pages read by a bare HTTP client, which looks for nothing in them but the next page's token.</summary>
internal static class PageReading
{
    public const string Verb = "read-pages";

    /// <summary>The child's side.</summary>
    public static async Task<int> RunAsync(string url, string token)
    {
        using var http = BareHttp.Make(url, token);
        await http.GetByteArrayAsync("image-definitions?pageSize=1");
        return ChildProcess.Tell(Streamed.Time(come =>
        {
            string? next = null;
            do
            {
                var address = "image-version-specs?pageSize=1000" + (next is null ? "" : $"&pageToken={Uri.EscapeDataString(next)}");
                using var page = JsonDocument.Parse(http.GetByteArrayAsync(address).GetAwaiter().GetResult());
                come(page.RootElement.GetProperty("items").GetArrayLength());
                next = page.RootElement.TryGetProperty("nextPageToken", out var after) ? after.GetString() : null;
            }
            while (next is not null);
        }));
    }

    /// <summary>The parent's side.</summary>
    public static Task<Streamed> TakeAsync(SimulatedServer server, CancellationToken ct) =>
        ChildProcess.ResultAsync<Streamed>(ct, Verb, server.Url.AbsoluteUri, server.Token);
}
