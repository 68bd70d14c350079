using Darkroom.Contracts.Access;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests.Wizards;

public sealed class WizardPageTests(Chromium chromium, WizardScene scene) : IClassFixture<WizardScene>
{
    [Theory]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [Trait("Suite", "full")]
    public Task Every_page_of_the_wizard_can_be_read_by_everybody_and_breaks_no_rule(int width, ColorScheme scheme) => LookAsync(width, scheme);

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
        await viewer.GoAsync("/images");
        await viewer.Page.GetByRole(AriaRole.Link, new() { Name = "Create image definition" }).First.ClickAsync();
        var found = new List<string>();
        await new WizardHand(viewer).DefineAsync("looked at", look: async page =>
        {
            if (page == "summary")
            {
                await viewer.Page.GetByText("PowerShell", new() { Exact = true }).ClickAsync();
            }

            found.AddRange(await PageLook.AtAsync(viewer, $"create-definition-{page}", width, scheme));
        });

        found.Should().BeEmpty();
        viewer.ShouldBeCalm();
    }
}
