using Darkroom.Contracts.Access;
using Darkroom.Contracts.Images;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests.Images;

[Trait("Suite", "full")]
public sealed class EditingTests(Chromium chromium, StudioScene scene)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_definition_is_renamed_and_a_version_described_by_keys_alone()
    {
        var made = await scene.Server.Operator.ImageDefinitions.CreateAsync(
            new CreateImageDefinitionRequest { ImageDefinitionName = "misspelt", OsType = OsType.Windows, SessionSupport = SessionSupport.MultiSession }, ct: Ct);
        await scene.Server.Operator.ImageVersions.CreateAsync("misspelt", ct: Ct);
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Operator);
        await viewer.GoAsync($"/images/{made.ImageDefinitionUid}");

        await TypeAsync(viewer, "Edit", "Name", "spelt right");
        await Assertions.Expect(viewer.Page.Locator(".details-head h2")).ToHaveTextAsync("spelt right");
        await viewer.GoAsync($"/images/{made.ImageDefinitionUid}/1");
        await TypeAsync(viewer, "Edit description", "Description", "with the new agent");
        await Assertions.Expect(viewer.Page.Locator(".details dd").First).ToHaveTextAsync("with the new agent");

        (await scene.Server.Reader.ImageVersions.GetAsync("spelt right", "1", Ct)).Description.Should().Be("with the new agent");
        viewer.ShouldBeCalm();
    }

    [Fact]
    public async Task Whoever_edits_what_another_has_changed_sees_what_it_is_now_and_decides()
    {
        var made = await scene.Server.Operator.ImageDefinitions.CreateAsync(
            new CreateImageDefinitionRequest { ImageDefinitionName = "contested", OsType = OsType.Windows, SessionSupport = SessionSupport.MultiSession }, ct: Ct);
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Operator);
        await viewer.GoAsync($"/images/{made.ImageDefinitionUid}");
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Edit", Exact = true }).ClickAsync();
        var dialog = viewer.Page.GetByRole(AriaRole.Dialog, new() { Name = "Edit the" });
        await dialog.GetByLabel("Description").FillAsync("mine");
        await scene.Server.Operator.ImageDefinitions.UpdateAsync("contested", new UpdateImageDefinitionRequest { Description = "theirs" }, ct: Ct);

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(dialog.Locator(".problem-code")).ToHaveTextAsync("VersionMismatch");
        await Assertions.Expect(dialog).ToContainTextAsync("described: theirs");
        await Assertions.Expect(dialog.GetByLabel("Description")).ToHaveValueAsync("mine");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        (await scene.Server.Reader.ImageDefinitions.GetAsync("contested", Ct)).Description.Should().Be("mine");
        viewer.ShouldBeCalm();
    }

    [Fact]
    public async Task A_name_that_cannot_be_had_is_refused_in_the_words_of_the_page()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Operator);
        await viewer.GoAsync($"/images/{scene.Definition}");
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Edit", Exact = true }).ClickAsync();
        var dialog = viewer.Page.GetByRole(AriaRole.Dialog, new() { Name = "Edit the" });
        await dialog.GetByLabel("Name").FillAsync("");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(dialog.Locator(".problem-message")).ToHaveTextAsync("No value is given for Name.");
        viewer.ShouldBeCalm();
    }

    [Fact]
    public async Task What_another_has_deleted_offers_nothing_any_more()
    {
        var made = await scene.Server.Operator.ImageDefinitions.CreateAsync(
            new CreateImageDefinitionRequest { ImageDefinitionName = "short-lived", OsType = OsType.Windows, SessionSupport = SessionSupport.MultiSession }, ct: Ct);
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Operator);
        await viewer.GoAsync($"/images/{made.ImageDefinitionUid}");
        await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Edit", Exact = true })).ToBeVisibleAsync();

        await scene.Server.Operator.ImageDefinitions.RemoveAsync("short-lived", ct: Ct);

        await Assertions.Expect(viewer.Page.Locator(".details .problem-code")).ToHaveTextAsync("ImageDefinitionNotFound");
        await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Edit", Exact = true })).ToHaveCountAsync(0);
        viewer.ShouldBeCalm();
    }

    /// <summary>Enter on the button, the text into the field that has the focus, Enter again.</summary>
    private static async Task TypeAsync(Viewer viewer, string button, string field, string text)
    {
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).FocusAsync();
        await viewer.Page.Keyboard.PressAsync("Enter");
        var dialog = viewer.Page.GetByRole(AriaRole.Dialog, new() { Name = "Edit the" });
        await Assertions.Expect(dialog.GetByLabel(field)).ToBeFocusedAsync();
        await viewer.Page.Keyboard.PressAsync("Control+A");
        await viewer.Page.Keyboard.TypeAsync(text);
        await viewer.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
    }
}
