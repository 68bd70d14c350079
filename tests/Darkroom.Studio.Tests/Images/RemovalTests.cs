using Darkroom.Contracts.Access;
using Darkroom.Contracts.Operations;
using Darkroom.Testing;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests.Images;

public sealed class RemovalTests(Chromium chromium, StudioScene scene)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Suite", "full")]
    public async Task A_version_that_is_shared_is_kept_by_its_shares_until_these_may_go_as_well()
    {
        var admin = scene.Server.Administrator;
        await DemoScene.HostingUnitAsync(admin, DemoScene.Name, "third zone", "us-east-1c", Ct);
        var master = await DemoScene.MasterSpecAsync(admin, "shared out", Ct);
        var prepared = await scene.Server.WaitForOperationAsync(await StudioScene.PrepareAsync(admin, master));
        var image = (await admin.ImageVersionSpecs.GetAsync(prepared.SubjectUid!.Value, Ct)).ImageId!;
        var share = await admin.ImageShares.ShareAsync(prepared.SubjectUid!.Value, "third zone", ct: Ct);
        (await scene.Server.WaitForOperationAsync(share.OperationId)).State.Should().Be(OperationState.Succeeded);
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Operator);
        await viewer.GoAsync($"/images/{master.ImageDefinitionUid}/1");

        var dialog = await DeleteAsync(viewer, "Delete", "Delete version 1?");
        await Assertions.Expect(dialog.GetByText("ImageVersionSpecShared")).ToBeVisibleAsync();
        await PageLook.ShouldBeReadableAsync(viewer, "removal-refused");
        await dialog.Locator(".obstacles").GetByRole(AriaRole.Link, new() { Name = "third zone" }).ClickAsync();
        await viewer.Page.ArrivesAtAsync($"**/images/{master.ImageDefinitionUid}/1?tab=hosting-units");

        await viewer.GoAsync($"/images/{master.ImageDefinitionUid}/1");
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await dialog.GetByLabel("Unshare it from third zone as well").CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();

        await viewer.Page.ArrivesAtAsync("**/operations/*");
        await Assertions.Expect(viewer.Page.Locator(".under-head .state")).ToHaveTextAsync("Succeeded");
        await Assertions.Expect(viewer.Page.Locator(".fact", new() { HasText = "Deletes in the account" })).ToContainTextAsync(image);
        await Assertions.Expect(viewer.Page.Locator(".fact", new() { HasText = "shared out" })).ToContainTextAsync("version 1");
        await PageLook.ShouldBeReadableAsync(viewer, "operation-removal");
        (await admin.ImageDefinitions.GetAsync("shared out", Ct)).VersionsCount.Should().Be(0);
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task A_binding_is_kept_by_the_specs_on_it_goes_after_them_and_is_made_again()
    {
        var master = await DemoScene.MasterSpecAsync(scene.Server.Administrator, "bound", Ct);
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Operator);
        await viewer.GoAsync($"/images/{master.ImageDefinitionUid}");

        var dialog = await DeleteAsync(viewer, "Unbind demo", "Unbind demo?");
        await Assertions.Expect(dialog.GetByText("ImageDefinitionConnectionInUse")).ToBeVisibleAsync();
        await dialog.Locator(".obstacles").GetByRole(AriaRole.Link, new() { Name = "master spec of bound version 1" }).ClickAsync();
        await viewer.Page.ArrivesAtAsync($"**/images/{master.ImageDefinitionUid}/1?tab=specs");
        await DeleteAsync(viewer, "Delete the master spec", "Delete the master spec of version 1?");
        await viewer.Page.ArrivesAtAsync("**/operations/*");
        await Assertions.Expect(viewer.Page.Locator(".under-head .state")).ToHaveTextAsync("Succeeded");

        await viewer.GoAsync($"/images/{master.ImageDefinitionUid}");
        await DeleteAsync(viewer, "Unbind demo", "Unbind demo?");
        await Assertions.Expect(viewer.Page.Locator(".details").GetByText("None: bind it to one")).ToBeVisibleAsync();
        (await scene.Server.Reader.ImageDefinitions.GetAsync("bound", Ct)).Connections.Should().BeEmpty();

        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Bind to a connection" }).ClickAsync();
        var binding = viewer.Page.GetByRole(AriaRole.Dialog, new() { Name = "Bind to a connection" });
        await binding.GetByLabel("Connection").SelectOptionAsync(scene.Connection.ToString());
        await PageLook.ShouldBeReadableAsync(viewer, "binding");
        await binding.GetByRole(AriaRole.Button, new() { Name = "Bind", Exact = true }).ClickAsync();
        await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Unbind demo" })).ToBeVisibleAsync();
        (await scene.Server.Reader.ImageDefinitions.GetAsync("bound", Ct)).Connections.Should().ContainSingle();
        viewer.ShouldBeCalm();
    }

    /// <summary>Presses a button, looks that the way out of its dialog has the focus, and confirms.</summary>
    private static async Task<ILocator> DeleteAsync(Viewer viewer, string button, string title)
    {
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        var dialog = viewer.Page.GetByRole(AriaRole.Dialog, new() { Name = title });
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Keep it" })).ToBeFocusedAsync();
        await dialog.Locator("button.primary").ClickAsync();
        return dialog;
    }
}
