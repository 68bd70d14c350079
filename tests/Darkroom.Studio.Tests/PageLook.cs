using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests;

/// <summary>
/// What is looked at on whatever a viewer has before him, in both themes, from a telephone to a wall: its colours, its width, the rules of accessibility. The
/// page is loaded once and turned round. Pictures stay in artifacts/screenshots, but for a wall's, whose millions of points take longer than all the others.
/// </summary>
public static class PageLook
{
    private static readonly (int Width, int Height)[] Windows = [(360, 780), (1280, 720), (Wall, 2160)];

    private static readonly (ColorScheme Scheme, string Ground)[] Themes = [(ColorScheme.Light, "rgb(245, 246, 247)"), (ColorScheme.Dark, "rgb(19, 22, 25)")];

    /// <summary>Those that a theme can break; the others judge what is the same in both.</summary>
    private static readonly string[] RulesOfColour = ["color-contrast", "link-in-text-block"];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Colours that are on their way to another are neither theme's.</summary>
    private const string Settle = "document.getAnimations().filter(one => one instanceof CSSTransition).forEach(one => one.finish())";

    private const string Ground = "getComputedStyle(document.body).backgroundColor";

    private const string Height = "document.documentElement.scrollHeight";

    private const int Highest = 4000;

    private const int Wall = 3840;

    private const string Overhang = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private const string Violations = """
        async rules => (await axe.run(document, { resultTypes: ["violations"], ...(rules ? { runOnly: rules } : {}) })).violations
          .flatMap(broken => broken.nodes.map(node => `${broken.id} (${broken.help}) at ${node.html}`))
        """;

    public static async Task ShouldBeReadableAsync(Viewer viewer, string name)
    {
        var (page, before) = (viewer.Page, viewer.Page.ViewportSize!);
        var found = new List<string>();
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(Axe);
        }

        foreach (var (width, height) in Windows)
        {
            await page.SetViewportSizeAsync(width, height);
            if (width < Wall)
            {
                // The whole page is in the window, so that what sticks to its edges hides nothing in the picture.
                await page.SetViewportSizeAsync(width, Math.Clamp(await page.EvaluateAsync<int>(Height), height, Highest));
            }

            foreach (var (scheme, ground) in Themes)
            {
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                await page.EvaluateAsync(Settle);
                (await page.EvaluateAsync<string>(Ground)).Should().Be(ground, "{0} must be {1}", name, scheme);
                if (width < Wall)
                {
                    await page.ScreenshotAsync(new PageScreenshotOptions { Path = PictureOf(name, width, scheme), Type = ScreenshotType.Jpeg, Quality = 85 });
                }

                found.AddRange((await page.EvaluateAsync<string[]>(Violations, scheme == Themes[0].Scheme ? null : RulesOfColour))
                    .Select(broken => $"{name}, {width}, {scheme}: {broken}"));
            }

            if (await page.EvaluateAsync<int>(Overhang) is > 0 and var overhang)
            {
                found.Add($"{name} is {overhang} wider than its window of {width}");
            }
        }

        await page.SetViewportSizeAsync(before.Width, before.Height);
        found.Should().BeEmpty();
    }

    private static string PictureOf(string name, int width, ColorScheme scheme)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots");
        return Path.GetFullPath(Path.Combine(folder, $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}.jpg"));
    }
}
