using System.Text.Json;
using Microsoft.Playwright;

namespace Darkroom.Bench.Browser;

/// <summary>Many who look at one page, each in a tab of his own, and when each of them saw which line of its list first.</summary>
internal sealed class Audience(IBrowserContext context) : IAsyncDisposable
{
    /// <summary>Notes when a line, as the text of its first two cells, was first on the screen.</summary>
    private const string Note = """
        () => {
          const seen = window.seen = {};
          const look = () => {
            for (const row of document.querySelectorAll("[role=grid] tbody tr")) {
              const line = `${row.cells[0]?.textContent.trim()}|${row.cells[1]?.textContent.trim()}`;
              seen[line] ??= Date.now();
            }
          };
          look();
          new MutationObserver(look).observe(document.querySelector("main"), { subtree: true, childList: true, characterData: true });
        }
        """;

    private readonly List<IPage> _pages = [];

    public async Task SitDownAsync(string address, int viewers)
    {
        for (var viewer = 0; viewer < viewers; viewer++)
        {
            var page = await context.NewPageAsync();
            await page.GotoAsync(address);
            await page.Locator("[role=grid] tbody tr").First.WaitForAsync();
            await page.EvaluateAsync(Note);
            _pages.Add(page);
        }
    }

    /// <summary>When each viewer saw a line first; who never saw it isn't counted.</summary>
    public async Task<IReadOnlyList<DateTimeOffset>> SawAsync(Func<string, bool> line)
    {
        var saw = new List<DateTimeOffset>();
        foreach (var page in _pages)
        {
            var seen = (await page.EvaluateAsync<JsonElement>("() => window.seen")).EnumerateObject().Where(one => line(one.Name)).ToList();
            saw.AddRange(seen.Select(one => DateTimeOffset.FromUnixTimeMilliseconds(one.Value.GetInt64())).Order().Take(1));
        }

        return saw;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var page in _pages)
        {
            await page.CloseAsync();
        }
    }
}
