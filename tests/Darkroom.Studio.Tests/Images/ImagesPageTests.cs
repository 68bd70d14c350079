using Darkroom.Contracts.Access;
using Darkroom.Contracts.Images;
using Darkroom.Testing;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests.Images;

public sealed class ImagesPageTests(Chromium chromium, StudioScene scene)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_version_is_found_looked_at_and_left_again()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);

        await viewer.Page.GetByPlaceholder("Name, description, unit").FillAsync("old agent");
        await Assertions.Expect(Rows(viewer)).ToHaveCountAsync(2);
        await Rows(viewer).Nth(1).ClickAsync();

        await viewer.Page.ArrivesAtAsync($"**/images/{scene.Definition}/2*");
        await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Heading, new() { Name = "Version 2" })).ToBeVisibleAsync();
        foreach (var (tab, shows) in new[] { ("Specs", "Prepared spec"), ("Troubleshoot", "The agent on the image is 2303"), ("Operations", "Prepare office version 2"), ("Audit", "Create image version") })
        {
            await viewer.Page.GetByRole(AriaRole.Navigation, new() { Name = "Of this version" }).GetByRole(AriaRole.Link, new() { Name = tab }).ClickAsync();
            await Assertions.Expect(viewer.Page.Locator(".details").GetByText(shows).First).ToBeVisibleAsync();
        }

        await viewer.Page.GetByRole(AriaRole.Link, new() { Name = "Close the details" }).ClickAsync();
        await Assertions.Expect(viewer.Page.Locator(".details")).ToHaveCountAsync(0);
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task The_list_is_walked_by_keys_alone()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);
        for (var i = 0; i < 30 && !await viewer.Page.EvaluateAsync<bool>("document.activeElement.closest('.rz-data-grid') !== null"); i++)
        {
            await viewer.Page.Keyboard.PressAsync("Tab");
        }

        // The first row is that of the headings. Each key is answered before the next one is pressed.
        const string Focused = "[...document.querySelectorAll('[role=grid] tr')].findIndex(row => row.matches('.rz-state-focused') || row.querySelector('.rz-state-focused'))";
        for (var i = 0; i < 3; i++)
        {
            var before = await viewer.Page.EvaluateAsync<int>(Focused);
            await viewer.Page.Keyboard.PressAsync("ArrowDown");
            await Poll.UntilAsync(() => viewer.Page.EvaluateAsync<int>(Focused), focused => focused >= 0 && focused != before);
        }

        await viewer.Page.Keyboard.PressAsync("Enter");
        await viewer.Page.ArrivesAtAsync(new System.Text.RegularExpressions.Regex("/images/[0-9a-f-]{36}(/[0-9]+)?$"));
        await Assertions.Expect(viewer.Page.Locator(".details-head h2")).ToBeVisibleAsync();
        viewer.ShouldBeCalm();
    }

    [Fact]
    public async Task Markup_in_a_text_is_text()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);
        viewer.Page.Dialog += (_, dialog) => Assert.Fail($"The page said {dialog.Message}");

        await Assertions.Expect(viewer.Page.GetByText(StudioScene.Markup)).ToBeVisibleAsync();
        await viewer.Page.GetByText(StudioScene.Markup).HoverAsync();
        await Rows(viewer).Filter(new() { HasText = "branches" }).First.ClickAsync();
        await Assertions.Expect(viewer.Page.Locator(".details").GetByText("<script>alert(2)</script>")).ToBeVisibleAsync();
        await viewer.GoAsync("/audit");
        await viewer.Page.Locator("tr", new() { HasText = "branches" }).Last.Locator("summary").ClickAsync();
        await Assertions.Expect(viewer.Page.Locator("ins", new() { HasText = StudioScene.Markup })).ToBeVisibleAsync();
        (await viewer.Page.Locator("b[onmouseover], img, i, main script").CountAsync()).Should().Be(0);
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task What_somebody_else_makes_appears_by_itself()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);

        await scene.Server.Operator.ImageDefinitions.CreateAsync(
            new CreateImageDefinitionRequest { ImageDefinitionName = "made elsewhere", OsType = OsType.Windows, SessionSupport = SessionSupport.MultiSession }, ct: Ct);

        await Assertions.Expect(Rows(viewer).Filter(new() { HasText = "made elsewhere" })).ToBeVisibleAsync();
        await scene.Server.Operator.ImageDefinitions.RemoveAsync("made elsewhere", ct: Ct);
        await Assertions.Expect(Rows(viewer).Filter(new() { HasText = "made elsewhere" })).ToHaveCountAsync(0);
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task A_list_of_more_than_a_page_is_turned_searched_and_folded()
    {
        await using var server = await DarkroomServer.StartAsync();
        for (var number = 0; number < 130; number++)
        {
            await server.Operator.ImageDefinitions.CreateAsync(
                new CreateImageDefinitionRequest { ImageDefinitionName = $"many {number:000}", OsType = OsType.Windows, SessionSupport = SessionSupport.MultiSession }, ct: Ct);
        }

        await server.Operator.ImageVersions.CreateAsync("many 000", ct: Ct);
        await using var viewer = await Viewer.SignedInAsync(chromium, server, Role.Reader);
        await Assertions.Expect(Rows(viewer)).ToHaveCountAsync(100);
        await Assertions.Expect(Rows(viewer).Nth(1)).ToContainTextAsync("Version 1");

        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Collapse all" }).ClickAsync();
        await Assertions.Expect(Rows(viewer).Nth(1)).ToContainTextAsync("many 001");
        await viewer.Page.Locator(".rz-pager-next").ClickAsync();
        await Assertions.Expect(Rows(viewer)).ToHaveCountAsync(30);
        await Assertions.Expect(Rows(viewer).Last).ToContainTextAsync("many 129");
        await server.Operator.ImageDefinitions.CreateAsync(
            new CreateImageDefinitionRequest { ImageDefinitionName = "many 130", OsType = OsType.Windows, SessionSupport = SessionSupport.MultiSession }, ct: Ct);
        await Assertions.Expect(Rows(viewer).Last).ToContainTextAsync("many 130");

        await viewer.Page.GetByPlaceholder("Name, description, unit").FillAsync("many 007");
        await Assertions.Expect(Rows(viewer)).ToHaveCountAsync(1);
        await viewer.Page.GetByPlaceholder("Name, description, unit").FillAsync("");
        await Assertions.Expect(Rows(viewer)).ToHaveCountAsync(100);
        await Assertions.Expect(Rows(viewer).First).ToContainTextAsync("many 000");
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task What_is_searched_for_is_told_by_the_address_and_found_there_again()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);
        var search = viewer.Page.GetByPlaceholder("Name, description, unit");
        await search.PressSequentiallyAsync("old agent");
        await viewer.Page.ArrivesAtAsync("**/images?search=old+agent");
        await Assertions.Expect(Rows(viewer)).ToHaveCountAsync(2);
        await Rows(viewer).Nth(1).ClickAsync();
        await viewer.Page.ArrivesAtAsync($"**/images/{scene.Definition}/2?search=old+agent");
        await viewer.Page.GetByRole(AriaRole.Link, new() { Name = "Specs", Exact = true }).ClickAsync();
        await viewer.Page.ArrivesAtAsync($"**/images/{scene.Definition}/2?tab=specs&search=old+agent");

        await viewer.GoAsync("/operations");
        await viewer.Page.GoBackAsync();
        await Assertions.Expect(search).ToHaveValueAsync("old agent");
        await Assertions.Expect(Rows(viewer)).ToHaveCountAsync(2);
        await Assertions.Expect(viewer.Page.Locator(".details").GetByText("Prepared spec").First).ToBeVisibleAsync();

        await search.FillAsync("");
        await viewer.Page.ArrivesAtAsync($"**/images/{scene.Definition}/2?tab=specs");
        await Assertions.Expect(Rows(viewer).Filter(new() { HasText = "branches" })).Not.ToHaveCountAsync(0);
        viewer.ShouldBeCalm();
    }

    [Fact]
    public async Task What_is_typed_is_in_the_address_before_the_server_has_answered()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);

        var address = await viewer.Page.GetByPlaceholder("Name, description, unit").EvaluateAsync<string>("""
            input => {
              for (const text of ["old", "old agen", " old agent "]) {
                input.value = text;
                input.dispatchEvent(new Event("input", { bubbles: true }));
              }
              return location.search;
            }
            """);

        address.Should().Be("?search=old+agent");
        await Assertions.Expect(Rows(viewer)).ToHaveCountAsync(2);
        await viewer.Page.ArrivesAtAsync("**/images?search=old+agent");
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task A_row_stays_the_same_under_the_hand_when_something_else_changes()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);
        var row = Rows(viewer).Filter(new() { HasText = "with the old agent" });
        await row.EvaluateAsync("row => row.dataset.held = 'yes'");

        await scene.Server.Operator.ImageDefinitions.CreateAsync(
            new CreateImageDefinitionRequest { ImageDefinitionName = "another one", OsType = OsType.Windows, SessionSupport = SessionSupport.MultiSession }, ct: Ct);
        await Assertions.Expect(Rows(viewer).Filter(new() { HasText = "another one" })).ToBeVisibleAsync();
        await scene.Server.Operator.ImageVersions.UpdateAsync(StudioScene.Office, "2", new UpdateImageVersionRequest { Description = "with the older agent" }, ct: Ct);

        await Assertions.Expect(viewer.Page.Locator("[data-held]")).ToContainTextAsync("with the older agent");
        await scene.Server.Operator.ImageVersions.UpdateAsync(StudioScene.Office, "2", new UpdateImageVersionRequest { Description = "with the old agent" }, ct: Ct);
        await scene.Server.Operator.ImageDefinitions.RemoveAsync("another one", ct: Ct);
        viewer.ShouldBeCalm();
    }

    private static ILocator Rows(Viewer viewer) => viewer.Page.Locator("[role=grid] tbody tr");
}
