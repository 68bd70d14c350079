using Darkroom.Contracts.Access;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests;

/// <summary>What holds for every page, in both themes, from a telephone to a wall. Pictures of all of them stay in artifacts/screenshots.</summary>
public sealed class PageTests(Chromium chromium, StudioScene scene)
{
    private const string LightGround = "rgb(245, 246, 247)";
    private const string DarkGround = "rgb(19, 22, 25)";

    [Theory]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [Trait("Suite", "full")]
    public Task Every_page_can_be_read_by_everybody_and_breaks_no_rule(int width, ColorScheme scheme) => LookAsync(width, scheme);

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(3840, ColorScheme.Light)]
    [InlineData(3840, ColorScheme.Dark)]
    [Trait("Suite", "all")]
    public Task So_it_can_in_the_other_sizes_and_themes(int width, ColorScheme scheme) => LookAsync(width, scheme);

    private async Task LookAsync(int width, ColorScheme scheme)
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Administrator, width, scheme);
        var found = new List<string>();
        foreach (var (name, address) in scene.Pages)
        {
            await viewer.GoAsync(address);
            (await GroundAsync(viewer)).Should().Be(scheme == ColorScheme.Dark ? DarkGround : LightGround);
            await viewer.Page.ScreenshotAsync(new PageScreenshotOptions { Path = PictureOf(name, width, scheme), FullPage = width < 2000 });
            found.AddRange(await ViolationsAsync(viewer, name));
            (await viewer.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .Should().BeLessThanOrEqualTo(0, "{0} must not be wider than the window of {1}", name, width);
        }

        found.Should().BeEmpty();
        viewer.ShouldBeCalm();
    }

    private static Task<string> GroundAsync(Viewer viewer) => viewer.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    private static async Task<IEnumerable<string>> ViolationsAsync(Viewer viewer, string name) => (await viewer.Page.RunAxe()).Violations
        .SelectMany(violation => violation.Nodes.Select(node => $"{name}: {violation.Id} ({violation.Help}) at {node.Html}"));

    private static string PictureOf(string name, int width, ColorScheme scheme)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "screenshots");
        return Path.GetFullPath(Path.Combine(folder, $"{name}-{width}-{scheme.ToString().ToLowerInvariant()}.png"));
    }
}
