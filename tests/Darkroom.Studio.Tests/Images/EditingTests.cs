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
