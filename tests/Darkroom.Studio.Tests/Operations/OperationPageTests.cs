using Darkroom.Contracts.Access;
using Darkroom.Contracts.Operations;
using Darkroom.Testing;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests.Operations;

public sealed class OperationPageTests(Chromium chromium, StudioScene scene)
{
    private const string Zone = "us-east-1a";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_failure_says_what_to_do_and_a_retry_ends_well()
    {
        var master = await DemoScene.MasterSpecAsync(scene.Server.Administrator, "retried", Ct);
        scene.Server.Simulator.Capacity.Set(Zone, null, 0);
        try
        {
            var operation = await StudioScene.PrepareAsync(scene.Server.Operator, master);
            await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Operator);
            await viewer.GoAsync($"/images/{master.ImageDefinitionUid}/1?tab=troubleshoot");
            await Assertions.Expect(viewer.Page.Locator(".troubleshoot .problem-code")).ToHaveTextAsync("InsufficientCapacity");
            await Assertions.Expect(viewer.Page.Locator(".troubleshoot .problem-remedy")).ToBeVisibleAsync();
            await viewer.Page.GetByText("All steps and the log of this operation").ClickAsync();
            await Assertions.Expect(State(viewer)).ToHaveTextAsync("Failed, held");

            scene.Server.Simulator.Capacity.Set(Zone, null, null);
            await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Retry", Exact = true }).ClickAsync();

            await Assertions.Expect(State(viewer)).ToHaveTextAsync("Succeeded");
            await Assertions.Expect(viewer.Page.GetByText("attempt 2")).ToBeVisibleAsync();
            await Assertions.Expect(viewer.Page.Locator(".troubleshoot")).ToHaveCountAsync(0);
            (await scene.Server.Reader.Operations.GetAsync(operation, Ct)).State.Should().Be(OperationState.Succeeded);
            viewer.ShouldBeCalm();
        }
        finally
        {
            scene.Server.Simulator.Capacity.Set(Zone, null, null);
        }
    }

    [Fact]
    [Trait("Suite", "all")]
    public async Task A_retry_can_take_another_master_image_and_refuses_one_that_is_not_there()
    {
        var old = await TemplateAsync("win10-2303-ami");
        var operation = await StudioScene.PrepareAsync(scene.Server.Operator, await DemoScene.MasterSpecAsync(scene.Server.Administrator, "revised", Ct, old));
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Operator);
        await viewer.GoAsync($"/operations/{operation}");
        await Assertions.Expect(State(viewer)).ToHaveTextAsync("Failed, held");

        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Retry with changes" }).ClickAsync();
        var dialog = viewer.Page.GetByRole(AriaRole.Dialog, new() { Name = "Retry with changes" });
        await ReviseAsync(dialog, "nowhere.template");
        await Assertions.Expect(dialog.Locator(".problems")).ToContainTextAsync("nowhere");

        await ReviseAsync(dialog, DemoScene.GoodMaster);
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(State(viewer)).ToHaveTextAsync("Succeeded");
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task Cancelling_asks_first_and_the_way_out_has_the_focus()
    {
        var hanging = await TemplateAsync(StudioWorld.Hanging);
        var operation = await StudioScene.PrepareAsync(scene.Server.Operator, await DemoScene.MasterSpecAsync(scene.Server.Administrator, "cancelled", Ct, hanging));
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Operator);
        await viewer.GoAsync($"/operations/{operation}");
        var dialog = viewer.Page.GetByRole(AriaRole.Dialog, new() { Name = "Cancel this operation?" });

        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel", Exact = true }).ClickAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Let it run" })).ToBeFocusedAsync();
        await viewer.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();

        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel", Exact = true }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cancel the operation" }).ClickAsync();
        await Assertions.Expect(State(viewer)).ToHaveTextAsync("Canceled");
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task A_held_operation_is_held_longer_and_a_reader_is_offered_nothing()
    {
        await using var reader = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);
        await reader.GoAsync($"/operations/{scene.Held.OperationId}");
        await Assertions.Expect(reader.Page.Locator(".troubleshoot")).ToBeVisibleAsync();
        await Assertions.Expect(reader.Page.Locator("main button:visible")).ToHaveCountAsync(0);

        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Operator);
        await viewer.GoAsync($"/operations/{scene.Held.OperationId}");
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Hold longer" }).ClickAsync();
        await viewer.Page.GetByRole(AriaRole.Radio, new() { Name = "Without end" }).CheckAsync();
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Hold", Exact = true }).ClickAsync();

        await Assertions.Expect(reader.Page.GetByText("until somebody decides")).ToBeVisibleAsync();
        viewer.ShouldBeCalm();
        reader.ShouldBeCalm();
    }

    private async Task<string> TemplateAsync(string name) =>
        (await scene.Server.Administrator.HostingUnits.Inventory(DemoScene.Name).ListAsync(ct: Ct)).Items.Single(item => item.Name.StartsWith(name, StringComparison.Ordinal)).FullPath;

    private static async Task ReviseAsync(ILocator dialog, string master)
    {
        await dialog.GetByLabel("Master image").FillAsync(master);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Retry", Exact = true }).ClickAsync();
    }

    private static ILocator State(Viewer viewer) => viewer.Page.Locator(".under-head .state");
}
