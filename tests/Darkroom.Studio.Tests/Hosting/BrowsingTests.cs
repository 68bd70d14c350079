using System.Text.RegularExpressions;
using Darkroom.Contracts.Access;
using Darkroom.Studio.Tests.Wizards;
using Darkroom.Testing;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests.Hosting;

[Trait("Suite", "full")]
public sealed partial class BrowsingTests(Chromium chromium, HostingScene scene) : IClassFixture<HostingScene>
{
    private string Inventory => $"/hosting/units/{scene.Unit.HostingUnitUid}/inventory";

    [Fact]
    public async Task Inventory_is_browsed_level_by_level_with_thousands_of_images_and_versions_newest_first()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);
        var page = viewer.Page;
        await viewer.GoAsync(Inventory);
        await Assertions.Expect(page.GetByRole(AriaRole.Status).GetByText("3011 in all")).ToBeVisibleAsync();
        await PageLook.ShouldBeReadableAsync(viewer, "inventory-of-thousands");
        await page.GetByPlaceholder("Name or id").FillAsync("nightly-2987");
        await page.GetByRole(AriaRole.Grid).GetByText(WizardScene.Nightly(2987)).ClickAsync();
        await Assertions.Expect(page.Locator("#item-path")).ToHaveTextAsync($@"XDHyp:\HostingUnits\{DemoScene.Name}\{WizardScene.Nightly(2987)} (ami-0b{2987:x15}).template");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Preflight with it" })).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Launch templates" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = HostingScene.ManyVersions }).ClickAsync();
        await Assertions.Expect(page.Locator("[role=grid] tbody tr").First).ToContainTextAsync("(12)");
        await Assertions.Expect(page.Locator("[role=grid] tbody tr").Nth(2)).ToContainTextAsync("(10)");
        await Assertions.Expect(page.Locator("[role=grid] tbody tr").First).ToContainTextAsync(StudioScene.Markup);
        await Assertions.Expect(page.Locator("main b")).ToHaveCountAsync(0);
        await page.Locator("[role=grid] tbody tr").First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What the profile holds" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Close the details" }).ClickAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("#item-path")).ToContainTextAsync("(12).launchtemplateversion");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Place in the inventory" }).GetByRole(AriaRole.Link, new() { Name = DemoScene.Name }).ClickAsync();
        await page.ArrivesAtAsync(OfUnit());
        await viewer.ReadyAsync();

        await viewer.GoAsync($"{Inventory}?type=availabilityzone");
        await page.GetByRole(AriaRole.Link, new() { Name = "us-east-1a" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Types of items here" })).ToContainTextAsync("Instances");
        await page.GetByRole(AriaRole.Link, new() { Name = "Subnets" }).ClickAsync();
        await Assertions.Expect(page.Locator("[role=grid] tbody tr").First).ToContainTextAsync("192.168.0.0");
        viewer.ShouldBeCalm();
    }

    [Fact]
    public async Task What_the_principal_may_not_see_is_said_with_its_remedy_and_a_preflight_tells_every_fault_at_once()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);
        var page = viewer.Page;
        await viewer.GoAsync($"/hosting/units/{scene.Blind.HostingUnitUid}/inventory");
        await Assertions.Expect(page.GetByText("MissingPermission")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".problem-remedy")).ToContainTextAsync("ec2:DescribeImages");
        await PageLook.ShouldBeReadableAsync(viewer, "inventory-refused");

        await viewer.GoAsync($"/hosting/units/{scene.Unit.HostingUnitUid}");
        await page.Locator(".details").GetByRole(AriaRole.Link, new() { Name = "Preflight" }).ClickAsync();
        await viewer.ReadyAsync();
        var hand = new WizardHand(viewer);
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = Master() }).CheckAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Radio, new() { Name = "Windows", Exact = true })).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "Linux", Exact = true }).CheckAsync();
        await hand.ChooseAsync(WizardHand.Template);
        await page.GetByText("The machine profile's is chosen: t3.medium").WaitForAsync();
        await page.GetByLabel("Search: Size").FillAsync("t4g.medium");
        await page.GetByRole(AriaRole.Radio, new() { NameRegex = Arm() }).CheckAsync();
        await page.GetByLabel("NIC 0", new() { Exact = true }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Run the checks" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Would fail", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".check-group", new() { HasText = "MasterImageOsMismatch" }).Locator("h3")).ToHaveTextAsync("Image");
        await Assertions.Expect(page.GetByText("ServiceOfferingArchitectureMismatch").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Dry run: allowed").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Policy simulation: allowed").First).ToBeVisibleAsync();
        await PageLook.ShouldBeReadableAsync(viewer, "preflight-faults");
        var text = await page.Locator("#report-text").TextContentAsync();
        text.Should().StartWith("Preflight: Preparation in demo\n").And.Contain("[failed] Master image").And.Contain("What to do: ").And.Contain("Dry run: allowed");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(page.Locator(".side")).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByText("Would fail", new() { Exact = true })).ToBeVisibleAsync();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        await page.ReloadAsync();
        await viewer.ReadyAsync();
        await Assertions.Expect(page.GetByText("Would fail", new() { Exact = true })).ToBeVisibleAsync();
        viewer.ShouldBeCalm();
    }

    [Fact]
    public async Task A_version_that_waits_to_be_prepared_is_looked_at_from_its_own_page_and_the_report_is_at_an_address_of_its_own()
    {
        var master = await DemoScene.MasterSpecAsync(scene.Server.Administrator, "waits", TestContext.Current.CancellationToken);
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Operator);
        var page = viewer.Page;
        await viewer.GoAsync($"/images/{master.ImageDefinitionUid}/1");
        await page.GetByRole(AriaRole.Link, new() { Name = "Preflight of its preparation" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Radio, new() { Name = "waits version 1" })).ToBeCheckedAsync();
        await new WizardHand(viewer).ChooseAsync(WizardHand.Template);
        await page.GetByLabel("NIC 0", new() { Exact = true }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Run the checks" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Can be prepared", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#report-text")).ToContainTextAsync("waits version 1");
        await page.GetByText("What would be prepared").ClickAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "A hosting unit" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Look again" }).ClickAsync();
        await Assertions.Expect(page.Locator("#report-text")).ToContainTextAsync("waits version 1");
        await page.ReloadAsync();
        await viewer.ReadyAsync();
        await Assertions.Expect(page.GetByText("Can be prepared", new() { Exact = true })).ToBeVisibleAsync();
        await PageLook.ShouldBeReadableAsync(viewer, "preflight-of-version");
        viewer.ShouldBeCalm();
    }

    [Fact]
    public async Task Where_there_are_two_connections_the_wizard_lists_the_units_and_images_of_the_chosen_one()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Operator);
        var page = viewer.Page;
        var hand = new WizardHand(viewer);
        await viewer.GoAsync("/images/create");
        await hand.AtAsync("Introduction");
        await hand.NextAsync("Image definition");
        await hand.ChooseAsync("Windows");
        await hand.ChooseAsync("Multi-session");
        await hand.NextAsync("Image");
        await page.GetByLabel("Connection", new() { Exact = true }).SelectOptionAsync([new SelectOptionValue { Value = $"{scene.Unit.HypervisorConnectionUid}" }]);

        await hand.ImageAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^demo demo, us-east-1a") })).ToBeCheckedAsync();
        await page.GetByLabel("Connection", new() { Exact = true }).SelectOptionAsync([new SelectOptionValue { Value = $"{scene.Blind.HypervisorConnectionUid}" }]);
        await Assertions.Expect(page.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("^blind blind") })).ToBeCheckedAsync();
        await Assertions.Expect(page.GetByText("MissingPermission").First).ToBeVisibleAsync();
        await Assertions.Expect(hand.Radio(WizardHand.Master)).ToHaveCountAsync(0);
        viewer.ShouldBeCalm();
    }

    private Regex OfUnit() => new($"/hosting/units/{scene.Unit.HostingUnitUid}$");

    [GeneratedRegex(@"^win10-2411-ami \(ami-00123456789abcdef\)")]
    private static partial Regex Master();

    [GeneratedRegex("^T4G Medium", RegexOptions.IgnoreCase)]
    private static partial Regex Arm();
}
