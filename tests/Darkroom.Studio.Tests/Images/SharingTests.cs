using Darkroom.Contracts.Access;
using Darkroom.Contracts.Hosting;
using Darkroom.Testing;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests.Images;

/// <summary>Of office version 1, which is prepared in the demo unit.</summary>
[Trait("Suite", "full")]
public sealed class SharingTests(Chromium chromium, StudioScene scene)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private string Address => $"/images/{scene.Definition}/1?tab=hosting-units";

    [Fact]
    public async Task An_image_is_shared_to_another_zone_after_its_checks_are_shown_and_unshared_again()
    {
        await DemoScene.HostingUnitAsync(scene.Server.Administrator, DemoScene.Name, "second zone", "us-east-1b", Ct);
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Operator);
        await viewer.GoAsync(Address);
        var row = viewer.Page.Locator("table.plain tr", new() { HasText = "second zone" });
        var choice = Choice(viewer, "second zone");

        await choice.GetByRole(AriaRole.Checkbox).CheckAsync();
        await Assertions.Expect(choice.GetByText("checks passed").First).ToBeVisibleAsync();
        await choice.GetByText("What was looked at").ClickAsync();
        await Assertions.Expect(choice.GetByText("Availability zone").First).ToBeVisibleAsync();
        await PageLook.ShouldBeReadableAsync(viewer, "sharing");
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Share", Exact = true }).ClickAsync();

        await Assertions.Expect(row.Locator(".state")).ToHaveTextAsync("Usable");
        await Assertions.Expect(choice).ToHaveCountAsync(0);
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Unshare from second zone" }).ClickAsync();
        var dialog = viewer.Page.GetByRole(AriaRole.Dialog, new() { Name = "Unshare from second zone?" });
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Keep it" })).ToBeFocusedAsync();
        await PageLook.ShouldBeReadableAsync(viewer, "unsharing");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Unshare", Exact = true }).ClickAsync();

        await Assertions.Expect(row).ToHaveCountAsync(0);
        await Assertions.Expect(choice).ToBeVisibleAsync();
        viewer.ShouldBeCalm();
    }

    [Fact]
    public async Task A_hosting_unit_of_another_Region_is_refused_with_cause_and_remedy()
    {
        await ElsewhereAsync();
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Operator);
        await viewer.GoAsync(Address);
        var choice = Choice(viewer, "ireland");

        await choice.GetByRole(AriaRole.Checkbox).CheckAsync();

        await Assertions.Expect(choice.GetByText("An image belongs to one Region.")).ToBeVisibleAsync();
        await Assertions.Expect(choice.GetByText("Choose a hosting unit in us-east-1, or prepare an image in eu-west-1.")).ToBeVisibleAsync();
        await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Share", Exact = true })).ToBeDisabledAsync();
        await PageLook.ShouldBeReadableAsync(viewer, "sharing-refused");

        await viewer.GoAsync($"/images/{scene.Definition}/1");
        await viewer.Page.GetByRole(AriaRole.Link, new() { Name = "Preflight of a share" }).ClickAsync();
        await viewer.Page.GetByRole(AriaRole.Checkbox, new() { Name = "ireland" }).CheckAsync();
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Run the checks" }).ClickAsync();
        await Assertions.Expect(viewer.Page.Locator(".report .state").GetByText("Would fail")).ToBeVisibleAsync();
        await Assertions.Expect(viewer.Page.Locator(".check-rows").GetByText("An image belongs to one Region.")).ToBeVisibleAsync();
        await PageLook.ShouldBeReadableAsync(viewer, "preflight-share-refused");
        viewer.ShouldBeCalm();
    }

    [Fact]
    public async Task A_reader_is_offered_no_change()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);
        foreach (var address in new[] { $"/images/{scene.Definition}", $"/images/{scene.Definition}/1", $"/images/{scene.Definition}/1?tab=specs", Address })
        {
            await viewer.GoAsync(address);
            await Assertions.Expect(viewer.Page.Locator(".details-head")).ToBeVisibleAsync();
            await Assertions.Expect(viewer.Page.Locator(".details button:visible")).ToHaveCountAsync(0);
        }

        viewer.ShouldBeCalm();
    }

    private async Task ElsewhereAsync()
    {
        await scene.Server.Administrator.Connections.CreateAsync(new CreateConnectionRequest { HypervisorConnectionName = "ireland", Region = "eu-west-1" }, ct: Ct);
        await DemoScene.HostingUnitAsync(scene.Server.Administrator, "ireland", "ireland", "eu-west-1a", Ct);
    }

    private static ILocator Choice(Viewer viewer, string unit) => viewer.Page.Locator(".share-unit", new() { HasText = unit });
}
