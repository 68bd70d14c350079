using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests;

/// <summary>What is looked at on whatever page a viewer is: its colours, its width, the rules of accessibility. The picture stays in artifacts/screenshots.</summary>
public static class PageLook
{
    private const string LightGround = "rgb(245, 246, 247)";
    private const string DarkGround = "rgb(19, 22, 25)";

    /// <returns>Each rule that is broken, and where.</returns>
    public static async Task<IReadOnlyList<string>> AtAsync(Viewer viewer, string name, int width, ColorScheme scheme)
    {
        (await viewer.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor")).Should().Be(scheme == ColorScheme.Dark ? DarkGround : LightGround);
        await viewer.Page.ScreenshotAsync(new PageScreenshotOptions { Path = PictureOf(name, width, scheme), FullPage = width < 2000 });
        (await viewer.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
            .Should().BeLessThanOrEqualTo(0, "{0} must not be wider than the window of {1}", name, width);
        return [.. (await viewer.Page.RunAxe()).Violations
            .SelectMany(violation => violation.Nodes.Select(node => $"{name}: {violation.Id} ({violation.Help}) at {node.Html}"))];
    }

    private static string PictureOf(string name, int width, ColorScheme scheme)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots");
        return Path.GetFullPath(Path.Combine(folder, $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}.png"));
    }
}
