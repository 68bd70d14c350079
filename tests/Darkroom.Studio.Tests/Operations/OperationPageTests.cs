using System.Globalization;
using Darkroom.Contracts.Access;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Operations;
using Darkroom.Testing;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests.Operations;

public sealed class OperationPageTests(Chromium chromium, StudioScene scene)
{
    private const string Zone = "us-east-1a";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Suite", "full")]
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
            await Assertions.Expect(viewer.Page.Locator(".troubleshoot")).ToContainTextAsync("There is nothing to take back.");
            await viewer.Page.GetByText("All steps and the log of this operation").ClickAsync();
            await Assertions.Expect(State(viewer)).ToHaveTextAsync("Failed, held");

            scene.Server.Simulator.Capacity.Set(Zone, null, null);
            await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Retry", Exact = true }).ClickAsync();

            await Assertions.Expect(State(viewer)).ToHaveTextAsync("Succeeded");
            await Assertions.Expect(viewer.Page.GetByText("attempt 2")).ToBeVisibleAsync();
            await Assertions.Expect(viewer.Page.Locator(".troubleshoot")).ToHaveCountAsync(0);
            var ended = await scene.Server.Reader.Operations.GetAsync(operation, Ct);
            ended.State.Should().Be(OperationState.Succeeded);
            await Assertions.Expect(viewer.Page.Locator(".under-head elapsed-time")).ToHaveAttributeAsync(
                "seconds", ended.Steps.Sum(step => (step.FinishedAt - step.StartedAt)!.Value.TotalSeconds).ToString("0.#", CultureInfo.InvariantCulture));
            viewer.ShouldBeCalm();
        }
        finally
        {
            scene.Server.Simulator.Capacity.Set(Zone, null, null);
        }
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task A_retry_can_take_other_inputs_chosen_as_in_the_wizard_and_stays_open_where_it_is_refused()
    {
        var old = await TemplateAsync("win10-2303-ami");
        var operation = await StudioScene.PrepareAsync(scene.Server.Operator, await DemoScene.MasterSpecAsync(scene.Server.Administrator, "revised", Ct, old));
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Operator);
        await viewer.GoAsync($"/operations/{operation}");
        await Assertions.Expect(State(viewer)).ToHaveTextAsync("Failed, held");
        await Assertions.Expect(viewer.Page.Locator("button.primary:visible")).ToHaveTextAsync("Retry with changes");

        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Retry with changes" }).ClickAsync();
        var dialog = viewer.Page.GetByRole(AriaRole.Dialog, new() { Name = "Retry with changes" });
        await Assertions.Expect(Summary(dialog, "Size")).ToContainTextAsync("t3.medium");
        await ChooseAsync(dialog, "Machine profile", "An instance");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Retry", Exact = true }).ClickAsync();
        await Assertions.Expect(dialog.Locator(".problem-message")).ToHaveTextAsync("No value is given for Machine profile.");
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "A version of a launch template" }).CheckAsync();
        await dialog.GetByRole(AriaRole.Radio, new() { NameRegex = new("^w2022-2411") }).CheckAsync();
        await Assertions.Expect(Summary(dialog, "Machine profile")).ToContainTextAsync("w2022-2411");
        await Summary(dialog, "Machine profile").ClickAsync();
        await ChooseAsync(dialog, "Master image", "win10-2411-ami");
        await ChooseAsync(dialog, "Size", "T3 Large Instance");
        await Assertions.Expect(Summary(dialog, "Master image").Locator(".state")).ToHaveTextAsync("Changed");
        await PageLook.ShouldBeReadableAsync(viewer, "operation-retry-with-changes");
        await scene.Server.Administrator.Connections.UpdateAsync(DemoScene.Name, new UpdateConnectionRequest { MaintenanceMode = true }, ct: Ct);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Retry", Exact = true }).ClickAsync();
        try
        {
            await Assertions.Expect(dialog.Locator(".problems")).ToContainTextAsync("HypervisorInMaintenanceMode");
        }
        finally
        {
            await scene.Server.Administrator.Connections.UpdateAsync(DemoScene.Name, new UpdateConnectionRequest { MaintenanceMode = false }, ct: Ct);
        }

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Retry", Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(State(viewer)).ToHaveTextAsync("Succeeded");
        await Assertions.Expect(viewer.Page.Locator(".fact", new() { HasText = "Size" }).First).ToContainTextAsync("t3.large");
        await Assertions.Expect(viewer.Page.Locator(".fact", new() { HasText = "NIC 0" })).ToContainTextAsync("192.168.0.0");
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
        await Assertions.Expect(viewer.Page.Locator(".step.is-waiting .state").First).ToHaveTextAsync("Not reached");
        await viewer.GoAsync("/audit");
        await Assertions.Expect(viewer.Page.Locator("tr", new() { HasText = "Cancel operation" }).First.Locator("summary")).ToHaveTextAsync("state");
        await viewer.GoAsync("/images?search=cancelled");
        await Assertions.Expect(viewer.Page.Locator("[role=grid] .state")).ToHaveTextAsync("Canceled");
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
        await viewer.GoAsync("/operations?show=past");
        await Assertions.Expect(viewer.Page.Locator("[role=grid] .state").First).ToBeVisibleAsync();
        await Assertions.Expect(viewer.Page.Locator("[role=grid] .state", new() { HasText = "held" })).ToHaveCountAsync(0);
        viewer.ShouldBeCalm();
        reader.ShouldBeCalm();
    }

    private async Task<string> TemplateAsync(string name) =>
        (await scene.Server.Administrator.HostingUnits.Inventory(DemoScene.Name).ListAsync(ct: Ct)).Items.Single(item => item.Name.StartsWith(name, StringComparison.Ordinal)).FullPath;

    private static async Task ChooseAsync(ILocator dialog, string input, string choice)
    {
        await Summary(dialog, input).ClickAsync();
        await dialog.GetByRole(AriaRole.Radio, new() { NameRegex = new($"^{choice}") }).CheckAsync();
    }

    private static ILocator Summary(ILocator dialog, string input) => dialog.Locator($"summary:has(.retry-label:text-is('{input}'))");

    private static ILocator State(Viewer viewer) => viewer.Page.Locator(".under-head .state");
}
