using Darkroom.Contracts.Access;
using Darkroom.Contracts.Hosting;
using Darkroom.Studio.Tests.Wizards;
using Darkroom.Testing;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests.Hosting;

public sealed class HostingChangeTests(Chromium chromium, StudioScene scene)
{
    private const string KeyId = "AKIADARKROOMDEMO0005";
    private const string Secret = "darkroom/demo/not/a/secret/key/of/us0005";

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Suite", "full")]
    public async Task Connection_and_hosting_unit_are_made_by_keys_alone_and_the_secret_of_the_key_stays_nowhere()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server);
        var keys = new WizardKeys(viewer);
        await viewer.GoAsync("/hosting");
        await keys.PressAsync("Create connection");
        await new WizardHand(viewer).AtAsync("Create connection");
        await keys.TypeAsync("Name", "typed");
        await keys.TypeAsync("Region", "us-east-1");
        await keys.ChooseAsync("Credentials", "An access key");
        await keys.TypeAsync("Access key id", KeyId);
        await keys.TypeAsync("Secret access key", Secret);
        await ShouldBeNowhereAsync(viewer, Secret);
        await viewer.Page.Keyboard.PressAsync("Enter");
        await viewer.Page.ArrivesAtAsync(Places.Connection());
        await viewer.ReadyAsync();
        await keys.PressAsync("Create hosting unit");
        await new WizardHand(viewer).AtAsync("Create hosting unit");
        await new WizardHand(viewer).Radio("us-east-1c").WaitForAsync();
        await keys.ChooseAsync("Availability zone", "us-east-1c");
        await keys.TypeAsync("Name", "typed unit");
        await viewer.Page.Keyboard.PressAsync("Enter");
        await viewer.Page.ArrivesAtAsync(Places.Unit());

        var connection = await scene.Server.Reader.Connections.GetAsync("typed", Ct);
        (connection.CredentialKind, connection.AccessKeyId).Should().Be((CredentialKind.AccessKey, KeyId));
        (await scene.Server.Reader.HostingUnits.GetAsync("typed unit", Ct)).AvailabilityZone.Should().Be("us-east-1c");
        await viewer.GoAsync($"/hosting/connections/{connection.HypervisorConnectionUid}?tab=audit");
        await ShouldBeNowhereAsync(viewer, Secret);
        using var http = scene.Server.HttpOf(Role.Administrator);
        (await http.GetStringAsync(new Uri("/api/v1/audit-records?pageSize=1000", UriKind.Relative), Ct)).Should().Contain("typed").And.NotContain(Secret);
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task A_connection_is_changed_put_into_maintenance_and_deleted_after_what_stands_in_the_way()
    {
        var admin = scene.Server.Administrator;
        var made = await admin.Connections.CreateAsync(
            new CreateConnectionRequest { HypervisorConnectionName = "rotated", Region = "us-east-1", AccessKeyId = "AKIADARKROOMDEMO0001", SecretAccessKey = "darkroom/demo/not/a/secret/key/of/us0001" }, ct: Ct);
        await DemoScene.HostingUnitAsync(admin, "rotated", "rotated zone", "us-east-1b", Ct);
        var address = $"/hosting/connections/{made.HypervisorConnectionUid}";
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server);
        var (page, hand) = (viewer.Page, new WizardHand(viewer));

        await viewer.GoAsync($"{address}/edit");
        await hand.FillAsync("Name", "turned");
        await hand.FillAsync("Access key id", KeyId);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Secret access key")).ToBeFocusedAsync();
        await page.GetByLabel("Secret access key").FillAsync(Secret);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.ArrivesAtAsync($"**{address}");
        await Assertions.Expect(page.Locator(".details-head h2")).ToHaveTextAsync("turned");
        var turned = await admin.Connections.GetAsync("turned", Ct);
        (turned.AccessKeyId, turned.SecretSetAt > made.SecretSetAt).Should().Be((KeyId, true));
        await viewer.GoAsync($"{address}/edit");
        await Assertions.Expect(page.GetByLabel("Secret access key")).ToHaveValueAsync("");
        await ShouldBeNowhereAsync(viewer, Secret);

        await viewer.GoAsync(address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Maintenance mode" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Put into maintenance" }).ClickAsync();
        await Assertions.Expect(page.Locator(".details .state", new() { HasText = "Maintenance" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Browse inventory" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Turn its maintenance mode off")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "End maintenance" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "End it" }).ClickAsync();
        await Assertions.Expect(page.Locator(".details .state", new() { HasText = "In use" })).ToBeVisibleAsync();

        await DeleteAsync(page, "Delete turned?");
        await Assertions.Expect(page.GetByText("HypervisorConnectionObjectToDeleteIsInUse")).ToBeVisibleAsync();
        await page.Locator(".obstacles").GetByRole(AriaRole.Link, new() { Name = "rotated zone" }).ClickAsync();
        await page.ArrivesAtAsync(Places.Unit());
        await viewer.ReadyAsync();
        await page.Locator(".details").GetByRole(AriaRole.Link, new() { Name = "Edit" }).ClickAsync();
        await hand.AtAsync("Edit rotated zone");
        await hand.FillAsync("Name", "last zone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.ArrivesAtAsync(Places.Unit());
        await Assertions.Expect(page.Locator(".details-head h2")).ToHaveTextAsync("last zone");
        await DeleteAsync(page, "Delete last zone?");
        await page.ArrivesAtAsync("**/hosting");
        await viewer.GoAsync(address);
        await DeleteAsync(page, "Delete turned?");
        await page.ArrivesAtAsync("**/hosting");
        (await admin.Connections.ListAsync("turned", ct: Ct)).Items.Should().BeEmpty();
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task Who_may_only_look_is_offered_no_change_of_hosting_and_told_so_at_its_addresses()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Operator);
        foreach (var address in new[] { "/hosting", $"/hosting/connections/{scene.Connection}", $"/hosting/units/{scene.Unit}" })
        {
            await viewer.GoAsync(address);
            await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^(Create (connection|hosting unit)|Edit)$") })).ToHaveCountAsync(0);
            await Assertions.Expect(viewer.Page.Locator(".details button:visible")).ToHaveCountAsync(0);
        }

        foreach (var address in new[] { "/hosting/connections/create", $"/hosting/units/{scene.Unit}/edit" })
        {
            await viewer.GoAsync(address);
            await Assertions.Expect(viewer.Page.GetByText("Your role can look at")).ToBeVisibleAsync();
            await Assertions.Expect(viewer.Page.Locator("main input")).ToHaveCountAsync(0);
        }

        viewer.ShouldBeCalm();
    }

    private static async Task DeleteAsync(IPage page, string title)
    {
        await page.Locator(".details").GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).First.ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = title });
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Keep it" })).ToBeFocusedAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
    }

    /// <summary>Neither in the document, nor in what the tab keeps, nor in an address.</summary>
    private static async Task ShouldBeNowhereAsync(Viewer viewer, string secret)
    {
        (await viewer.Page.ContentAsync()).Should().NotContain(secret);
        (await viewer.Page.EvaluateAsync<string>("JSON.stringify([sessionStorage, localStorage, performance.getEntries().map(one => one.name), location.href, document.cookie])"))
            .Should().NotContain(secret).And.NotContain(Uri.EscapeDataString(secret));
    }
}
