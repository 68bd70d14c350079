using Darkroom.Contracts.Access;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests;

/// <summary>What holds for every page, in both themes, from a telephone to a wall. Pictures of all of them stay in artifacts/screenshots.</summary>
public sealed class PageTests(Chromium chromium, StudioScene scene)
{
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
            found.AddRange(await PageLook.AtAsync(viewer, name, width, scheme));
        }

        found.Should().BeEmpty();
        viewer.ShouldBeCalm();
    }
}
