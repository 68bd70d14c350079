using Darkroom.Contracts.Access;
using Darkroom.Contracts.Images;
using Darkroom.Core.Operations;
using Darkroom.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests.Images;

public sealed class ImageChangeTests(Chromium chromium, StudioScene scene)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Suite", "full")]
    public async Task A_definition_is_renamed_unless_the_name_is_taken()
    {
        var made = await DefineAsync("before");
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Operator);
        await viewer.GoAsync($"/images/{made.ImageDefinitionUid}");
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Edit" }).ClickAsync();
        var dialog = viewer.Page.GetByRole(AriaRole.Dialog, new() { Name = "Edit the image definition" });

        await dialog.GetByLabel("Name").FillAsync(StudioScene.Office);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(dialog.GetByText("ImageDefinitionNameTaken")).ToBeVisibleAsync();
        await dialog.GetByLabel("Name").FillAsync("after");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(viewer.Page.Locator(".details-head h2")).ToHaveTextAsync("after");
        (await scene.Server.Reader.ImageDefinitions.GetAsync(made.ImageDefinitionUid.ToString(), Ct)).ImageDefinitionName.Should().Be("after");
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task What_stands_in_the_way_of_a_deletion_is_named_and_linked()
    {
        var made = await DefineAsync("in the way");
        await scene.Server.Operator.ImageVersions.CreateAsync("in the way", ct: Ct);
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Operator);
        await viewer.GoAsync($"/images/{made.ImageDefinitionUid}");
        var dialog = viewer.Page.GetByRole(AriaRole.Dialog, new() { Name = "Delete in the way?" });
        var heading = viewer.Page.Locator(".details-head h2");

        await DeleteAsync(viewer, dialog);
        await Assertions.Expect(dialog.GetByText("ImageDefinitionHasVersions")).ToBeVisibleAsync();
        await dialog.Locator(".obstacles a").First.ClickAsync();
        await viewer.Page.ArrivesAtAsync($"**/images/{made.ImageDefinitionUid}/1");
        await Assertions.Expect(heading).ToContainTextAsync("Version 1");

        await DeleteAsync(viewer, viewer.Page.GetByRole(AriaRole.Dialog, new() { Name = "Delete version 1?" }));
        await viewer.Page.ArrivesAtAsync($"**/images/{made.ImageDefinitionUid}");
        await Assertions.Expect(heading).ToContainTextAsync("in the way");
        await DeleteAsync(viewer, dialog);
        await viewer.Page.ArrivesAtAsync("**/images");
        await Assertions.Expect(viewer.Page.Locator("[role=grid]").GetByText("in the way")).ToHaveCountAsync(0);
        viewer.ShouldBeCalm();
    }

    /// <summary>What is linked by its uid is gone to once, however much happens meanwhile: a second time would take back whoever has gone on already.</summary>
    [Fact]
    [Trait("Suite", "full")]
    public async Task What_is_linked_by_its_uid_is_gone_to_once()
    {
        var version = await scene.Server.Reader.ImageVersions.GetAsync(StudioScene.Office, "1", Ct);
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);
        await viewer.Page.AddInitScriptAsync(
            "window.gone = []; const replace = history.replaceState; history.replaceState = function (state, title, url) { gone.push(url); return replace.apply(this, arguments); }");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var signals = scene.Server.Services.GetRequiredService<OperationSignals>();
        var busy = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                signals.Changed(Guid.NewGuid());
                await Task.Delay(1, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }, Ct);

        await viewer.Page.GotoAsync($"/image-versions/{version.ImageVersionUid}");
        await viewer.Page.ArrivesAtAsync($"**/images/{scene.Definition}/1");
        await Assertions.Expect(viewer.Page.Locator(".details-head h2")).ToContainTextAsync("Version 1");
        await stop.CancelAsync();
        await busy;

        (await viewer.Page.EvaluateAsync<string[]>("gone")).Where(address => address.EndsWith("/1", StringComparison.Ordinal)).Should().HaveCount(1);
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "all")]
    public async Task A_prepared_version_is_deleted_by_an_operation_that_can_be_followed()
    {
        var master = await DemoScene.MasterSpecAsync(scene.Server.Administrator, "short-lived", Ct);
        await scene.Server.WaitForOperationAsync(await StudioScene.PrepareAsync(scene.Server.Operator, master));
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Operator);
        await viewer.GoAsync($"/images/{master.ImageDefinitionUid}/1");

        await DeleteAsync(viewer, viewer.Page.GetByRole(AriaRole.Dialog, new() { Name = "Delete version 1?" }));

        await viewer.Page.ArrivesAtAsync("**/operations/*");
        await Assertions.Expect(viewer.Page.Locator(".under-head .state")).ToHaveTextAsync("Succeeded");
        (await scene.Server.Reader.ImageDefinitions.GetAsync("short-lived", Ct)).VersionsCount.Should().Be(0);
        viewer.ShouldBeCalm();
    }

    private Task<ImageDefinitionDto> DefineAsync(string name) => scene.Server.Operator.ImageDefinitions.CreateAsync(
        new CreateImageDefinitionRequest { ImageDefinitionName = name, OsType = OsType.Windows, SessionSupport = SessionSupport.MultiSession }, ct: Ct);

    private static async Task DeleteAsync(Viewer viewer, ILocator dialog)
    {
        await viewer.Page.Locator(".details").GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).First.ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
    }
}
