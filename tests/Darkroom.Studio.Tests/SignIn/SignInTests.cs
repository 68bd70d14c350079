using Darkroom.Client;
using Darkroom.Contracts.Access;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests.SignIn;

public sealed class SignInTests(Chromium chromium, StudioScene scene)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_is_not_signed_in_learns_how_and_a_link_works_once()
    {
        await using var viewer = await Viewer.OpenAsync(chromium, scene.Server);
        await viewer.Page.GotoAsync("/operations?show=held");
        await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();
        await Assertions.Expect(viewer.Page.GetByText("darkroom sign-in")).ToBeVisibleAsync();

        var link = (await scene.Server.Operator.SignInLinks.CreateAsync(Ct)).Address.ToString();
        await viewer.Page.GotoAsync(link);
        await viewer.Page.ArrivesAtAsync("**/operations?show=held");
        await Assertions.Expect(viewer.Page.Locator(".who-role")).ToHaveTextAsync("Operator");

        await using var other = await Viewer.OpenAsync(chromium, scene.Server);
        await other.Page.GotoAsync(link);
        await Assertions.Expect(other.Page.GetByRole(AriaRole.Heading, new() { Name = "This link doesn't work" })).ToBeVisibleAsync();
        await other.Page.GotoAsync("/sign-in/guessed");
        await Assertions.Expect(other.Page.GetByRole(AriaRole.Heading, new() { Name = "This link doesn't work" })).ToBeVisibleAsync();
        viewer.ShouldBeCalm();
        other.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task Signing_out_ends_the_session_in_every_open_page_of_it()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);
        var second = await viewer.Page.Context.NewPageAsync();
        await second.GotoAsync("/operations");
        await Assertions.Expect(second.Locator(".who-role")).ToHaveTextAsync("Reader");

        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Heading, new() { Name = "You are signed out" })).ToBeVisibleAsync();
        await second.ArrivesAtAsync("**/sign-in*");
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task An_open_page_ends_with_the_token_of_its_session()
    {
        var made = await scene.Server.Administrator.Tokens.CreateAsync(new CreateAccessTokenRequest { Name = "leaves today", Role = Role.Administrator }, Ct);
        await using var viewer = await Viewer.OpenAsync(chromium, scene.Server);
        using (var client = new DarkroomClient(scene.Server.Url, made.Token))
        {
            await viewer.Page.GotoAsync((await client.SignInLinks.CreateAsync(Ct)).Address.ToString());
        }

        await Assertions.Expect(viewer.Page.Locator(".who-name")).ToHaveTextAsync("leaves today");
        await viewer.ReadyAsync();
        await scene.Server.Administrator.Tokens.RevokeAsync(made.AccessToken.Uid, Ct);
        await viewer.Page.ArrivesAtAsync("**/sign-in*");
    }
}
