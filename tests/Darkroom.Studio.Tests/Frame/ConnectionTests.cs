using Darkroom.Contracts.Access;
using Darkroom.Contracts.Images;
using Darkroom.Testing;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests.Frame;

[Trait("Suite", "full")]
public sealed class ConnectionTests(Chromium chromium, StudioScene scene)
{
    private const string Lost = "The connection to the server is lost";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_whose_connection_is_cut_says_so_and_catches_up_on_what_happened_meanwhile()
    {
        using var cable = new Cable(scene.Server.Url);
        await using var viewer = await Viewer.OpenAsync(chromium, scene.Server, through: cable.Url);
        viewer.ExpectOutage();
        await viewer.FollowLinkAsync(Role.Reader);
        await viewer.Page.GetByPlaceholder("Name, description, unit").FillAsync("meanwhile");
        await viewer.Page.EvaluateAsync("window.sameAsBefore = true");

        cable.Pull();
        await Assertions.Expect(viewer.Page.GetByText(Lost)).ToBeVisibleAsync();
        await Assertions.Expect(viewer.Page.Locator("main")).ToHaveAttributeAsync("inert", "");
        await viewer.Page.Keyboard.PressAsync("Control+k");
        await Assertions.Expect(viewer.Page.Locator(".finder")).ToBeHiddenAsync();
        await scene.Server.Operator.ImageDefinitions.CreateAsync(
            new CreateImageDefinitionRequest { ImageDefinitionName = "made meanwhile", OsType = OsType.Windows, SessionSupport = SessionSupport.MultiSession }, ct: Ct);
        cable.PutBack();

        await Assertions.Expect(viewer.Page.Locator("[role=grid]").GetByText("made meanwhile")).ToBeVisibleAsync();
        await Assertions.Expect(viewer.Page.GetByText(Lost)).ToBeHiddenAsync();
        await Assertions.Expect(viewer.Page.Locator("[inert]")).ToHaveCountAsync(0);
        await Assertions.Expect(viewer.Page.GetByPlaceholder("Name, description, unit")).ToBeFocusedAsync();
        (await viewer.Page.EvaluateAsync<bool>("window.sameAsBefore === true")).Should().BeTrue("the page goes on where it was");
        await scene.Server.Operator.ImageDefinitions.RemoveAsync("made meanwhile", ct: Ct);
    }

    [Fact]
    public async Task A_page_comes_back_by_itself_when_a_server_was_started_again()
    {
        await using var server = await DarkroomServer.StartAsync(change: settings => settings with { Url = new Uri($"http://127.0.0.1:{FreePort.Find()}") });
        await using var viewer = await Viewer.SignedInAsync(chromium, server);
        viewer.ExpectOutage();
        await viewer.GoAsync("/images");

        await server.RestartAsync(() => Assertions.Expect(viewer.Page.GetByText(Lost)).ToBeVisibleAsync());
        await server.Operator.ImageDefinitions.CreateAsync(
            new CreateImageDefinitionRequest { ImageDefinitionName = "made after", OsType = OsType.Windows, SessionSupport = SessionSupport.MultiSession }, ct: Ct);

        await Assertions.Expect(viewer.Page.GetByText("made after")).ToBeVisibleAsync();
        await Assertions.Expect(viewer.Page.GetByText(Lost)).ToBeHiddenAsync();
    }
}
