using Darkroom.Contracts.Access;
using Darkroom.Contracts.Images;
using Darkroom.Testing;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests.Operations;

/// <summary>An operator and a reader look at one preparation, whose guest says markup and hangs, from its start to the success of its retry.</summary>
public sealed class TwoBrowserTests(Chromium chromium, StudioScene scene)
{
    private static readonly LocatorAssertionsToBeVisibleOptions Appears = new() { Timeout = 30_000 };
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Suite", "full")]
    public async Task Both_see_what_happens_as_it_happens_and_one_retries_what_the_other_sees_fail()
    {
        var hanging = (await scene.Server.Administrator.HostingUnits.Inventory(DemoScene.Name).ListAsync(ct: Ct)).Items.Single(item => item.Name.StartsWith(StudioWorld.Hanging, StringComparison.Ordinal)).FullPath;
        var master = await DemoScene.MasterSpecAsync(scene.Server.Administrator, "hanging", Ct, hanging);
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Operator);
        await using var other = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);
        var operation = (await scene.Server.Operator.ImageVersionSpecs.PrepareAsync(
            master.ImageVersionSpecUid,
            new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile, HoldSeconds = 360_000, PreparationTimeoutMinutes = 75 },
            ct: Ct)).OperationId;
        await viewer.GoAsync($"/operations/{operation}");
        await other.GoAsync($"/operations/{operation}");

        // As it comes: what was said is there with its time, the rest is awaited.
        await SeesTheFirstWordAsync(viewer);
        await SeesTheFirstWordAsync(other);
        await Assertions.Expect(other.Page.Locator(".step.is-waiting .usual")).ToHaveCountAsync(6);
        await Assertions.Expect(other.Page.GetByText("What steps usually take is")).ToBeVisibleAsync();

        // Lost in the middle and back again.
        await viewer.Page.ReloadAsync();
        await viewer.ReadyAsync();
        await SeesTheFirstWordAsync(viewer);

        await other.Page.Locator("summary", new() { HasText = "Console" }).ClickAsync();
        await Assertions.Expect(Console(other)).ToContainTextAsync(StudioWorld.PrintedMarkup);
        await Assertions.Expect(other.Page.GetByText("Printed by")).ToBeVisibleAsync();
        await other.Page.Locator("summary", new() { HasText = "Cloud calls" }).ClickAsync();
        await Assertions.Expect(Call(other, "RunInstances").Filter(new() { HasText = "ok" })).ToHaveCountAsync(1);
        await Assertions.Expect(Call(other, "RunInstances").Filter(new() { HasText = "dry run" })).ToHaveCountAsync(1);

        await Assertions.Expect(State(viewer)).ToHaveTextAsync("Failed, held");
        await Assertions.Expect(State(other)).ToHaveTextAsync("Failed, held");
        await Assertions.Expect(other.Page.Locator(".troubleshoot .console")).ToContainTextAsync(StudioWorld.PrintedMarkup);
        await Assertions.Expect(Guest(other).Filter(new() { HasText = "Agent" })).ToContainTextAsync("not said");
        await PageLook.ShouldBeReadableAsync(other, "operation-looked-into");

        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Retry with changes" }).ClickAsync();
        var dialog = viewer.Page.GetByRole(AriaRole.Dialog, new() { Name = "Retry with changes" });
        await dialog.Locator("summary", new() { HasText = "Master image" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Radio, new() { NameRegex = new("^win10-2411-ami") }).CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Retry", Exact = true }).ClickAsync();

        foreach (var one in new[] { viewer, other })
        {
            await Assertions.Expect(one.Page.GetByText("attempt 2", new() { Exact = true })).ToBeVisibleAsync(Appears);
            await Assertions.Expect(State(one)).ToHaveTextAsync("Succeeded");
            await Assertions.Expect(one.Page.Locator(".steps > li").Filter(new() { HasText = "Done" })).ToHaveCountAsync(10);
            await Assertions.Expect(Guest(one).Filter(new() { HasText = "Operating system" })).ToContainTextAsync("Microsoft Windows 10 Enterprise multi-session");
            await Assertions.Expect(one.Page.Locator(".troubleshoot")).ToHaveCountAsync(0);
        }

        await Assertions.Expect(Call(other, "CreateImage").Filter(new() { HasText = "ok" }).Filter(new() { HasText = "attempt 2" })).ToHaveCountAsync(1);
        (await Log(other).CountAsync()).Should().Be(await Log(viewer).CountAsync()).And.BeGreaterThan(30);
        viewer.ShouldBeCalm();
        other.ShouldBeCalm();
    }

    private static async Task SeesTheFirstWordAsync(Viewer viewer)
    {
        await Assertions.Expect(Guest(viewer).Filter(new() { HasText = StudioWorld.SaidMarkup })).ToBeVisibleAsync(Appears);
        await Assertions.Expect(Guest(viewer).Filter(new() { HasText = "Rearm of the system" })).ToContainTextAsync("awaited");
        await Assertions.Expect(viewer.Page.Locator(".step.is-running .step-name")).ToHaveTextAsync("Await guest");
    }

    private static ILocator State(Viewer viewer) => viewer.Page.Locator(".under-head .state");

    private static ILocator Guest(Viewer viewer) => viewer.Page.Locator(".guest-report .fact");

    private static ILocator Console(Viewer viewer) => viewer.Page.GetByRole(AriaRole.Region, new() { Name = "Console text" });

    private static ILocator Call(Viewer viewer, string action) =>
        viewer.Page.GetByRole(AriaRole.Region, new() { Name = "Cloud calls" }).Locator("tbody tr").Filter(new() { HasText = action });

    private static ILocator Log(Viewer viewer) => viewer.Page.GetByRole(AriaRole.Log).Locator("tbody tr");
}
