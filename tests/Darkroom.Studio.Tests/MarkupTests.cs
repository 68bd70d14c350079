using Darkroom.Core.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Darkroom.Studio.Tests;

/// <summary>Whatever a text holds, it is shown as text.</summary>
[Trait("Suite", "full")]
public sealed class MarkupTests(Chromium chromium)
{
    private const string Planted = "[...document.querySelectorAll('.planted, main script, main img')].map(one => one.outerHTML)";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Markup_in_any_text_of_the_tables_is_text_on_every_page()
    {
        await using var scene = new StudioScene();
        await scene.InitializeAsync();
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server);
        await using (var db = await scene.Server.Services.GetRequiredService<IDbContextFactory<DarkroomDb>>().CreateDbContextAsync(Ct))
        {
            (await PlantedMarkup.PlantAsync(db, Ct)).Should().BeGreaterThan(100);
        }

        var (visited, shown, broken) = (new HashSet<string>(), new List<string>(), new List<string>());
        var waiting = new Queue<string>(StudioPages.Addresses.Keys.Select(name => StudioPages.AddressOf(name, scene)));
        while (waiting.TryDequeue(out var address))
        {
            if (!visited.Add(address))
            {
                continue;
            }

            await viewer.GoAsync(address);
            foreach (var tab in await viewer.Page.Locator("nav.tabs a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))"))
            {
                waiting.Enqueue(tab);
            }

            broken.AddRange((await viewer.Page.EvaluateAsync<string[]>(Planted)).Select(element => $"{address}: {element}"));
            if ((await viewer.Page.TextContentAsync("body"))!.Contains(PlantedMarkup.Text, StringComparison.Ordinal))
            {
                shown.Add(address);
            }
        }

        broken.Should().BeEmpty();
        shown.Count.Should().BeGreaterThan(visited.Count / 2, "most pages show texts; these did: {0}", string.Join(' ', shown));
    }
}
