using Microsoft.Playwright;

namespace Darkroom.Studio.Tests;

/// <summary>What somebody brought a page to, looked at in both themes.</summary>
public static class StateLook
{
    private const int Width = 1280;

    /// <summary>Colours that are on their way to another are neither theme's.</summary>
    private const string Settled = "Promise.allSettled(document.getAnimations().filter(one => one instanceof CSSTransition).map(one => one.finished)).then(() => true)";

    public static async Task ShouldBeReadableAsync(Viewer viewer, string name)
    {
        var found = new List<string>();
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await viewer.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await viewer.Page.EvaluateAsync<bool>(Settled);
            found.AddRange(await PageLook.AtAsync(viewer, name, Width, scheme));
        }

        found.Should().BeEmpty();
    }
}
