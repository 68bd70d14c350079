using System.Text.RegularExpressions;

namespace Darkroom.Studio.Tests;

/// <summary>An administrator who looks at one page after the other in one browser, and at all that can be brought up on each.</summary>
public sealed partial class Tour(Chromium chromium, StudioScene scene) : IAsyncDisposable
{
    private const string DialogNames = """
        [...document.querySelectorAll("dialog")].map(dialog => dialog.getAttribute("aria-label") ?? document.getElementById(dialog.getAttribute("aria-labelledby"))?.innerText ?? "?")
        """;

    private readonly HashSet<string> _seen = [];
    private Viewer? _viewer;

    public async Task<Viewer> ViewerAsync() => _viewer ??= await Viewer.SignedInAsync(chromium, scene.Server);

    /// <summary>The page at an address, its tabs, and the dialogs that wait in either.</summary>
    public async Task VisitAsync(string name, string address)
    {
        var viewer = await ViewerAsync();
        await viewer.GoAsync(address);
        var tabs = await viewer.Page.Locator("nav.tabs a:not([aria-current]), nav.choices a:not([aria-current])")
            .EvaluateAllAsync<string[][]>("links => links.map(link => [link.innerText, link.getAttribute('href')])");
        await LookAsync(viewer, name);
        foreach (var tab in tabs.Where(tab => !StudioPages.Alone.Contains(name) && _seen.Add(tab[1])))
        {
            await viewer.GoAsync(tab[1]);
            await LookAsync(viewer, $"{name}-{Slug(tab[0])}");
        }

        viewer.ShouldBeCalm();
    }

    public ValueTask DisposeAsync() => _viewer?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task LookAsync(Viewer viewer, string name)
    {
        await PageLook.ShouldBeReadableAsync(viewer, name);
        var dialogs = await viewer.Page.EvaluateAsync<string[]>(DialogNames);
        for (var at = 0; at < dialogs.Length; at++)
        {
            if (_seen.Add(dialogs[at]))
            {
                await viewer.Page.EvaluateAsync("at => document.querySelectorAll('dialog')[at].showModal()", at);
                await PageLook.ShouldBeReadableAsync(viewer, $"dialog-{Slug(dialogs[at])}");
                await viewer.Page.EvaluateAsync("at => document.querySelectorAll('dialog')[at].close()", at);
            }
        }
    }

    private static string Slug(string text) => NotInNames().Replace(text.Trim().ToLowerInvariant(), "-").Trim('-');

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInNames();
}
