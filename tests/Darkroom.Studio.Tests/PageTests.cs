using Darkroom.Studio.Tests.Wizards;
using Darkroom.Testing;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests;

/// <summary>What holds for every page.</summary>
[Trait("Suite", "full")]
public sealed class PageTests(Chromium chromium, StudioScene scene, Tour tour, WizardScene wizards) : IClassFixture<Tour>, IClassFixture<WizardScene>
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(StudioPages.Names), MemberType = typeof(StudioPages))]
    public Task A_page_can_be_read_by_everybody_and_breaks_no_rule(string name) => tour.VisitAsync(name, StudioPages.AddressOf(name, scene));

    [Fact]
    public async Task So_can_what_is_found()
    {
        var viewer = await tour.ViewerAsync();
        await viewer.GoAsync("/operations");
        await viewer.Page.Keyboard.PressAsync("Control+k");
        await viewer.Page.Keyboard.TypeAsync(StudioScene.Office);
        await viewer.Page.Locator("[data-finder-hit]").First.WaitForAsync();
        await PageLook.ShouldBeReadableAsync(viewer, "finder-hits");
        viewer.ShouldBeCalm();
    }

    [Fact]
    public async Task So_can_every_page_of_the_wizards()
    {
        var prepared = await DemoScene.MasterSpecAsync(wizards.Server.Administrator, StudioScene.Office, Ct);
        await wizards.Server.WaitForOperationAsync(await StudioScene.PrepareAsync(wizards.Server.Operator, prepared));
        await using var viewer = await Viewer.SignedInAsync(chromium, wizards.Server);
        var hand = new WizardHand(viewer);
        await viewer.GoAsync("/images/create");
        await hand.DefineAsync("looked at", look: page => LookAsync(viewer, $"create-definition-{page}"));
        await LeaveAsync(viewer);

        await viewer.GoAsync($"/images/{prepared.ImageDefinitionUid}/create-version?from=1");
        await hand.AtAsync("Image");
        await viewer.Page.GetByText("Volume /dev/sda1").WaitForAsync();
        await LookAsync(viewer, "create-version-image");
        foreach (var page in new[] { "Machine specification", "NICs", "Version description", "Summary" })
        {
            await hand.NextAsync(page);
            await LookAsync(viewer, $"create-version-{page.ToLowerInvariant().Replace(' ', '-')}");
        }

        await LeaveAsync(viewer);
    }

    [Fact]
    public async Task So_can_a_server_that_has_nothing_yet_and_says_what_to_do_first()
    {
        await using var server = await DarkroomServer.StartAsync();
        await using var viewer = await Viewer.SignedInAsync(chromium, server);
        foreach (var page in new[] { "images", "hosting", "operations" })
        {
            await viewer.GoAsync($"/{page}");
            await Assertions.Expect(viewer.Page.Locator(".empty").First).ToBeVisibleAsync();
            await PageLook.ShouldBeReadableAsync(viewer, $"empty-{page}");
        }
    }

    private static async Task LookAsync(Viewer viewer, string name)
    {
        if (name.EndsWith("summary", StringComparison.Ordinal))
        {
            await viewer.Page.GetByText("PowerShell", new() { Exact = true }).ClickAsync();
        }

        await PageLook.ShouldBeReadableAsync(viewer, name);
    }

    /// <summary>Gives up, so that the next wizard begins anew.</summary>
    private static async Task LeaveAsync(Viewer viewer)
    {
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Give up" }).ClickAsync();
        await viewer.Page.ArrivesAtAsync("**/images**");
    }
}
