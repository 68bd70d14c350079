using System.Diagnostics;
using Microsoft.Playwright;

namespace Darkroom.Bench.Browser;

/// <summary>What somebody who opens an address for the first time waits for, and what comes over the wire for it.</summary>
/// <param name="Usable">Seconds until what was waited for is there.</param>
/// <param name="Bytes">Heads and bodies of all answers, as they were sent.</param>
/// <param name="Live">What came over the page's own connection, before its compression.</param>
internal sealed record FirstPage(double Usable, long Bytes, long Live)
{
    /// <param name="shows">Is only there once the page can be used.</param>
    public static async Task<FirstPage> TakeAsync(Chromium chromium, string address, string shows)
    {
        await using var context = await chromium.OpenAsync();
        var page = await context.NewPageAsync();
        var requests = new List<Microsoft.Playwright.IRequest>();
        long live = 0;
        page.RequestFinished += (_, request) => { lock (requests) requests.Add(request); };
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => Interlocked.Add(ref live, frame.Binary?.Length ?? frame.Text?.Length ?? 0);
        var since = Stopwatch.StartNew();
        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Commit });
        await page.Locator(shows).First.WaitForAsync();
        var usable = since.Elapsed.TotalSeconds;
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        long bytes = 0;
        foreach (var request in requests.ToArray())
        {
            var sizes = await request.SizesAsync();
            bytes += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
        }

        return new FirstPage(usable, bytes, live);
    }
}
