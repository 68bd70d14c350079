using Darkroom.Contracts.Access;
using Darkroom.Testing;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests.Frame;

public sealed class FinderTests(Chromium chromium, StudioScene scene)
{
    [Fact]
    public async Task Anything_with_a_name_is_found_by_keys_alone()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);
        foreach (var (text, address) in new[]
        {
            ("offic", $"**/images/{scene.Definition}"), ("old agent", $"**/images/{scene.Definition}/2"), ("Prepare office version 1", $"**/operations/{scene.Succeeded.OperationId}"), (DemoScene.Name, $"**/hosting/units/{scene.Unit}"),
            (scene.ImageId, $"**/images/{scene.Definition}/1"), ("win10-2303", $"**/images/{scene.Definition}/2"),
        })
        {
            await viewer.Page.Keyboard.PressAsync("Control+k");
            await Assertions.Expect(viewer.Page.Locator("[data-finder-input]")).ToBeFocusedAsync();
            await viewer.Page.Keyboard.TypeAsync(text);
            await Assertions.Expect(viewer.Page.Locator("[data-finder-hit]").First).ToContainTextAsync(text);
            await viewer.Page.Keyboard.PressAsync("ArrowDown");
            await viewer.Page.Keyboard.PressAsync("Enter");
            await viewer.Page.ArrivesAtAsync(address);
            await Assertions.Expect(viewer.Page.Locator(".finder")).ToBeHiddenAsync();
        }

        await viewer.Page.Keyboard.PressAsync("Control+k");
        await viewer.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(viewer.Page.Locator(".finder")).ToBeHiddenAsync();
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task What_is_typed_before_the_page_is_connected_is_found_when_it_is()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);
        var typed = new TaskCompletionSource();
        await viewer.Page.RouteAsync("**/_blazor/negotiate**", async route =>
        {
            await typed.Task;
            await route.ContinueAsync();
        });
        await viewer.Page.GotoAsync("/operations");
        await viewer.Page.Keyboard.PressAsync("Control+k");
        await viewer.Page.Keyboard.TypeAsync("offi");
        await Assertions.Expect(viewer.Page.Locator("[data-finder-input]")).ToHaveValueAsync("offi");

        typed.SetResult();

        await Assertions.Expect(viewer.Page.Locator("[data-finder-hit]").First).ToContainTextAsync("office");
        await viewer.Page.Keyboard.TypeAsync("ce");
        await Assertions.Expect(viewer.Page.Locator("[data-finder-input]")).ToHaveValueAsync("office");
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task What_is_typed_while_the_first_picture_of_a_page_is_gone_and_the_page_not_there_yet_is_kept()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);
        await viewer.Page.Keyboard.PressAsync("Control+k");
        await viewer.Page.Keyboard.TypeAsync("of");
        await viewer.Page.EvaluateAsync("window.place = document.querySelector('.finder').parentElement; window.next = document.querySelector('.finder').cloneNode(true)");
        await viewer.Page.EvaluateAsync("document.querySelector('.finder').remove()");
        await viewer.Page.Keyboard.TypeAsync("fice");

        await viewer.Page.EvaluateAsync("next.open = false; next.querySelector('input').value = ''; place.append(next)");

        await Assertions.Expect(viewer.Page.Locator("[data-finder-input]")).ToHaveValueAsync("office");
        await Assertions.Expect(viewer.Page.Locator("[data-finder-input]")).ToBeFocusedAsync();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task The_first_key_after_the_one_that_opens_it_is_not_lost()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);
        for (var time = 0; time < 10; time++)
        {
            await viewer.Page.Keyboard.PressAsync("Control+k");
            await viewer.Page.Keyboard.TypeAsync($"{time} office");
            await Assertions.Expect(viewer.Page.Locator("[data-finder-input]")).ToHaveValueAsync($"{time} office");
            await viewer.Page.Keyboard.PressAsync("Escape");
        }

        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task Shortcuts_are_shown_and_lead_where_they_say()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);

        await viewer.Page.Keyboard.PressAsync("?");
        await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Dialog, new() { Name = "Shortcuts" })).ToBeVisibleAsync();
        await viewer.Page.Keyboard.PressAsync("Escape");
        await viewer.Page.Keyboard.PressAsync("g");
        await viewer.Page.Keyboard.PressAsync("o");
        await viewer.Page.ArrivesAtAsync("**/operations");
        await viewer.Page.Keyboard.PressAsync("g");
        await viewer.Page.Keyboard.PressAsync("i");
        await viewer.Page.ArrivesAtAsync("**/images");
        await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Heading, new() { Name = "Images", Level = 1 })).ToBeFocusedAsync();
        await viewer.Page.Keyboard.PressAsync("/");
        await Assertions.Expect(viewer.Page.GetByPlaceholder("Name, description, unit")).ToBeFocusedAsync();
        await viewer.Page.Keyboard.TypeAsync("go?");
        await viewer.Page.ArrivesAtAsync("**/images?search=go%3F");
        await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        viewer.ShouldBeCalm();
    }
}
