using Darkroom.Contracts.Operations;
using Darkroom.Studio.Tests.Wizards;
using Darkroom.Testing;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests.Hosting;

[Trait("Suite", "full")]
public sealed class NewcomerTests(Chromium chromium)
{
    private const string WrongSecret = "not/the/secret/of/anybody/0001";

    [Fact]
    public async Task An_empty_server_leads_to_a_prepared_image_by_mouse_alone_and_says_at_each_field_what_is_wrong()
    {
        _ = chromium.Browser;
        await using var server = await DarkroomServer.StartAsync();
        await using var viewer = await Viewer.SignedInAsync(chromium, server);
        var (page, hand) = (viewer.Page, new WizardHand(viewer));
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No image definition yet" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Begin in Hosting" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "No connection yet" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Create connection" }).ClickAsync();
        await hand.AtAsync("Create connection");

        await SaveAsync(page, "Create connection");
        await Assertions.Expect(hand.Field("Name")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByText("No value is given for Name.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("No value is given for Region.")).ToBeVisibleAsync();
        await PageLook.ShouldBeReadableAsync(viewer, "connection-refused");
        await hand.FillAsync("Name", StudioScene.Markup);
        await hand.FillAsync("Region", "nowhere");
        await SaveAsync(page, "Create connection");
        await Assertions.Expect(At(page, "Name")).ToContainTextAsync("'<', its character 1,");
        await Assertions.Expect(page.Locator("main b")).ToHaveCountAsync(0);
        await hand.FillAsync("Name", "first");
        await SaveAsync(page, "Create connection");
        await Assertions.Expect(At(page, "Region")).ToContainTextAsync("Give a name such as us-east-1.");
        await hand.FillAsync("Region", "us-east-1");
        await hand.ChooseAsync("An access key");
        await hand.FillAsync("Access key id", "AKIADARKROOMDEMO0001");
        await page.GetByLabel("Secret access key").FillAsync(WrongSecret);
        await SaveAsync(page, "Create connection");
        await Assertions.Expect(page.GetByText("ConnectionCredentialsNotValid")).ToBeVisibleAsync();
        (await page.ContentAsync()).Should().NotContain(WrongSecret);
        await page.ReloadAsync();
        await viewer.ReadyAsync();
        await Assertions.Expect(hand.Field("Name")).ToHaveValueAsync("first");
        await Assertions.Expect(hand.Field("Access key id")).ToHaveValueAsync("AKIADARKROOMDEMO0001");
        await Assertions.Expect(page.GetByLabel("Secret access key")).ToHaveValueAsync("");
        await hand.ChooseAsync("The server's own");
        await SaveAsync(page, "Create connection");
        await page.ArrivesAtAsync(Places.Connection());
        await Assertions.Expect(page.Locator(".details").GetByText("111122223333").First).ToBeVisibleAsync();

        await page.Locator(".next").GetByRole(AriaRole.Link, new() { Name = "Create hosting unit" }).ClickAsync();
        await hand.AtAsync("Create hosting unit");
        await hand.ChooseAsync("us-east-1a");
        await SaveAsync(page, "Create hosting unit");
        await Assertions.Expect(page.GetByText("No value is given for Subnets.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "192.168.240.0/28" }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "192.168.0.0/20" }).CheckAsync();
        await hand.FillAsync("Name", "east a");
        await PageLook.ShouldBeReadableAsync(viewer, "hosting-unit-filled-in");
        await page.ReloadAsync();
        await viewer.ReadyAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "192.168.240.0/28 NIC 0's" })).ToBeCheckedAsync();
        await SaveAsync(page, "Create hosting unit");
        await page.ArrivesAtAsync(Places.Unit());
        (await server.Reader.HostingUnits.GetAsync("east a", TestContext.Current.CancellationToken)).Subnets.Select(subnet => subnet.CidrBlock)
            .Should().Equal("192.168.240.0/28", "192.168.0.0/20");

        await page.Locator(".next").GetByRole(AriaRole.Link, new() { Name = "Create image definition" }).ClickAsync();
        await hand.DefineAsync("golden");
        var operation = await hand.FinishAsync();

        (await server.WaitForOperationAsync(operation)).State.Should().Be(OperationState.Succeeded);
        viewer.ShouldBeCalm();
    }

    private static Task SaveAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();

    private static ILocator At(IPage page, string label) => page.Locator(".field", new() { Has = page.GetByLabel(label, new() { Exact = true }) });
}
