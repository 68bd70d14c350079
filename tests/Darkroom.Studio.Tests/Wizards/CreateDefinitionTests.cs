using System.Text.RegularExpressions;
using Darkroom.Contracts.Access;
using Darkroom.Contracts.Hosting;
using Darkroom.Contracts.Images;
using Darkroom.Testing;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests.Wizards;

public sealed class CreateDefinitionTests(Chromium chromium, WizardScene scene) : IClassFixture<WizardScene>
{
    private const string Markup = "<b onmouseover=alert(1)>bold</b>";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Finish_lands_on_the_running_operation_of_what_was_entered()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Operator);
        await BeginAsync(viewer);
        var hand = new WizardHand(viewer);
        await hand.DefineAsync("by mouse");
        var operation = await hand.FinishAsync();

        var spec = await PreparedAsync("by mouse");
        spec.OperationId.Should().Be(operation);
        spec.MasterImagePath.Should().Be($"/{DemoScene.GoodMaster}");
        spec.ImageScheme!.ServiceOffering.Should().Be("t3.medium");
        spec.ImageScheme.NetworkMapping.Should().ContainSingle();
        var definition = await scene.Server.Reader.ImageDefinitions.GetAsync("by mouse", ct: Cancel);
        (definition.OsType, definition.SessionSupport, definition.VersionsCount).Should().Be((OsType.Windows, SessionSupport.MultiSession, 1));
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task Every_page_can_be_gone_through_by_keys_alone()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server);
        await viewer.GoAsync("/images");
        var keys = new WizardKeys(viewer);
        await keys.PressAsync("Create image definition");
        await keys.NextAsync("Image definition");
        await keys.ChooseAsync("Operating system", "Windows");
        await keys.ChooseAsync("Session type", "Multi-session");
        await keys.NextAsync("Image");
        await keys.ChooseAsync("Master image", WizardHand.Master);
        await keys.ChooseAsync("Launch template", WizardHand.Template);
        await viewer.Page.GetByText("Volume /dev/sda1").WaitForAsync();
        await keys.NextAsync("Machine specification");
        await keys.NextAsync("NICs");
        await keys.NextAsync("Version description");
        await keys.TypeAsync("Version description", "typed");
        await keys.NextAsync("Summary");
        await keys.TypeAsync("Name", "by keys");
        await viewer.Page.GetByText("This name is free.").WaitForAsync();
        await keys.PressAsync("Finish");
        await viewer.Page.ArrivesAtAsync("**/operations/*");

        (await PreparedAsync("by keys")).ImageScheme!.MachineProfile.Should().Contain("lt-00123456789abcdef (1)");
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task The_picker_finds_one_of_thousands_of_images()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server);
        await BeginAsync(viewer);
        var hand = new WizardHand(viewer);
        await hand.NextAsync("Image definition");
        await hand.ChooseAsync("Windows");
        await hand.ChooseAsync("Multi-session");
        await hand.NextAsync("Image");
        await viewer.Page.GetByText("The first 50; search for more.").WaitForAsync();
        await viewer.Page.GetByLabel("Search: Master image").FillAsync("nightly-2987");
        await hand.ChooseAsync(WizardScene.Nightly(2987));
        await viewer.Page.GetByLabel("Search: Master image").FillAsync("ami-00123456789abcdef");
        await hand.ChooseAsync(WizardHand.Master);
        viewer.ShouldBeCalm();
    }

    [Fact]
    public async Task What_is_missing_is_said_before_going_on_and_has_the_focus()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server);
        await BeginAsync(viewer);
        var hand = new WizardHand(viewer);
        await hand.NextAsync("Image definition");
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();

        await viewer.Page.GetByText("No value is given for Operating system.").WaitForAsync();
        await Assertions.Expect(viewer.Page.Locator("#wizard-problems")).ToBeFocusedAsync();
        (await viewer.Page.GetByText("No value is given for Session type.").CountAsync()).Should().Be(1);
    }

    [Theory]
    [Trait("Suite", "full")]
    [InlineData("a/b", "'/', its character 2,")]
    [InlineData("TAKEN", "There is an image definition")]
    public async Task A_name_that_cannot_be_had_is_said_while_it_is_typed(string name, string said)
    {
        if ((await scene.Server.Reader.ImageDefinitions.ListAsync("taken", ct: Cancel)).Items.Count == 0)
        {
            await scene.Server.Administrator.ImageDefinitions.CreateAsync(
                new CreateImageDefinitionRequest { ImageDefinitionName = "taken", OsType = OsType.Linux, SessionSupport = SessionSupport.SingleSession }, ct: Cancel);
        }

        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server);
        await BeginAsync(viewer);
        var hand = new WizardHand(viewer);
        await hand.DefineAsync("free");
        await hand.FillAsync("Name", name);
        await viewer.Page.Locator(".hint", new() { HasText = said }).WaitForAsync();
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Finish" }).ClickAsync();

        await Assertions.Expect(viewer.Page.Locator("#wizard-problems")).ToContainTextAsync(said);
        await Assertions.Expect(hand.Field("Name")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task An_address_of_a_page_that_is_not_reached_yet_becomes_that_of_the_page_shown()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server);
        await viewer.GoAsync("/images");
        await viewer.GoAsync("/images/create?step=summary");
        await viewer.Page.ArrivesAtAsync("**/images/create?step=introduction");
        await viewer.Page.GetByRole(AriaRole.Heading, new() { Name = "Introduction" }).WaitForAsync();

        await viewer.Page.GoBackAsync();
        await viewer.Page.ArrivesAtAsync("**/images");
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task What_was_entered_survives_a_reload_and_is_shown_as_text()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server);
        await BeginAsync(viewer);
        var hand = new WizardHand(viewer);
        await hand.DefineAsync("reloaded");
        await hand.FillAsync("Description", Markup);
        await viewer.Page.Locator("pre", new() { HasText = Markup }).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await viewer.Page.ReloadAsync();
        await viewer.ReadyAsync();

        await Assertions.Expect(hand.Field("Name")).ToHaveValueAsync("reloaded");
        await Assertions.Expect(hand.Field("Description")).ToHaveValueAsync(Markup);
        await Assertions.Expect(viewer.Page.GetByText("the first", new() { Exact = true })).ToHaveCountAsync(1);
        (await viewer.Page.Locator("main b").CountAsync()).Should().Be(0);
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task A_unit_that_vanishes_is_said_and_another_one_can_be_chosen()
    {
        var client = scene.Server.Administrator;
        var unit = await client.HostingUnits.GetAsync(DemoScene.Name, Cancel);
        await client.HostingUnits.CreateAsync(
            new CreateHostingUnitRequest
            {
                HostingUnitName = "short-lived",
                HypervisorConnection = DemoScene.Name,
                RootPath = unit.RootPath,
                AvailabilityZonePath = unit.AvailabilityZone,
                NetworkPaths = [unit.Subnets[0].NetworkPath],
            },
            ct: Cancel);
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server);
        await BeginAsync(viewer);
        var hand = new WizardHand(viewer);
        await hand.DefineAsync("vanished", "short-lived");
        await client.HostingUnits.RemoveAsync("short-lived", ct: Cancel);
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Finish" }).ClickAsync();

        await Assertions.Expect(viewer.Page.Locator("#wizard-problems")).ToContainTextAsync("HostingUnitObjectNotFound");
        (await client.ImageDefinitions.ListAsync("vanished", ct: Cancel)).Items.Should().BeEmpty("nothing is begun that can't be finished");
        await viewer.Page.ReloadAsync();
        await viewer.ReadyAsync();
        await viewer.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Image ?, done$") }).ClickAsync();
        await hand.AtAsync("Image");
        await hand.ChooseAsync(DemoScene.Name);
        await hand.ImageAsync();
        await hand.NextAsync("Machine specification");
        await hand.NextAsync("NICs");
        await hand.NextAsync("Version description");
        await hand.NextAsync("Summary");
        await hand.FinishAsync();

        (await PreparedAsync("vanished")).HostingUnitName.Should().Be(DemoScene.Name);
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task What_is_refused_midway_shows_what_was_made_and_finish_goes_on_after_it()
    {
        var client = scene.Server.Administrator;
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server);
        await BeginAsync(viewer);
        var hand = new WizardHand(viewer);
        await hand.DefineAsync("midway");
        await client.Connections.UpdateAsync(DemoScene.Name, new UpdateConnectionRequest { MaintenanceMode = true }, ct: Cancel);
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Finish" }).ClickAsync();
        await Assertions.Expect(viewer.Page.Locator("#wizard-problems")).ToContainTextAsync("HypervisorInMaintenanceMode");
        await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Region, new() { Name = "Made already" })).ToContainTextAsync("Version 1");
        await Assertions.Expect(viewer.Page.GetByText("This name is free.")).ToHaveCountAsync(0);
        await Assertions.Expect(viewer.Page.GetByText("Can be prepared")).ToHaveCountAsync(0);
        await Assertions.Expect(viewer.Page.Locator("#equivalent-powershell")).Not.ToContainTextAsync("New-ProvImageDefinition");
        await Assertions.Expect(viewer.Page.Locator("#equivalent-powershell")).ToContainTextAsync("New-ProvImageVersionSpec");
        await PageLook.ShouldBeReadableAsync(viewer, "create-definition-refused-midway");
        await client.Connections.UpdateAsync(DemoScene.Name, new UpdateConnectionRequest { MaintenanceMode = false }, ct: Cancel);
        await viewer.Page.ReloadAsync();
        await viewer.ReadyAsync();
        await Assertions.Expect(hand.Field("Name")).ToBeDisabledAsync();
        await hand.FinishAsync();

        (await PreparedAsync("midway")).ImageVersionNumber.Should().Be(1);
        (await client.ImageDefinitions.GetAsync("midway", ct: Cancel)).LatestVersion.Should().Be(1, "nothing is made twice");
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task Finish_asks_first_where_the_preflight_says_that_it_would_fail()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server);
        await BeginAsync(viewer);
        var hand = new WizardHand(viewer);
        await hand.DefineAsync("would fail", os: "Linux");
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Finish" }).ClickAsync();
        var dialog = viewer.Page.GetByRole(AriaRole.Dialog, new() { Name = "Finish although" });
        await Assertions.Expect(dialog).ToContainTextAsync("The image definition is for Linux");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Mend it first" })).ToBeFocusedAsync();
        await viewer.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        (await scene.Server.Reader.ImageDefinitions.ListAsync("would fail", ct: Cancel)).Items.Should().BeEmpty();

        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Finish" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Finish all the same" }).EvaluateAsync("button => { button.click(); button.click(); }");
        await viewer.Page.ArrivesAtAsync("**/operations/*");
        (await scene.Server.Reader.ImageDefinitions.GetAsync("would fail", Cancel)).LatestVersion.Should().Be(1, "a double-click finishes once");
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task Enter_goes_on_from_a_field_and_not_from_a_search()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server);
        await BeginAsync(viewer);
        var hand = new WizardHand(viewer);
        await hand.DefineAsync("entered", look: async page =>
        {
            if (page == "image")
            {
                await viewer.Page.GetByRole(AriaRole.Searchbox).First.FocusAsync();
                await viewer.Page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Image", Exact = true })).ToBeVisibleAsync();
            }
        });
        await hand.FillAsync("Name", "");
        await viewer.Page.GetByText("once the image definition has its name").WaitForAsync();
        await hand.FillAsync("Name", "entered");
        await hand.Field("Name").PressAsync("Enter");

        await viewer.Page.ArrivesAtAsync("**/operations/*");
        (await PreparedAsync("entered")).ImageVersionNumber.Should().Be(1);
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task Who_may_only_look_is_offered_no_wizard_and_told_so_at_its_address()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);
        await viewer.GoAsync("/images");
        await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Link, new() { Name = "Create image definition" })).ToHaveCountAsync(0);
        await viewer.GoAsync("/images/create");
        await viewer.Page.GetByText("Your role can look at images").WaitForAsync();
        await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Next" })).ToHaveCountAsync(0);
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task The_introduction_can_be_left_out_next_time()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server);
        await BeginAsync(viewer);
        var hand = new WizardHand(viewer);
        await hand.AtAsync("Introduction");
        await viewer.Page.GetByLabel("Don't show this page next time").CheckAsync();
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Give up" }).ClickAsync();
        await viewer.Page.ArrivesAtAsync("**/images");
        await BeginAsync(viewer);
        await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Image definition" })).ToHaveCountAsync(1);
    }

    private static async Task BeginAsync(Viewer viewer)
    {
        await viewer.GoAsync("/images");
        await viewer.Page.GetByRole(AriaRole.Link, new() { Name = "Create image definition" }).First.ClickAsync();
        await viewer.Page.ArrivesAtAsync("**/images/create*");
    }

    private async Task<ImageVersionSpecDto> PreparedAsync(string definition) =>
        (await scene.Server.Reader.ImageVersionSpecs.ListAsync(imageDefinition: definition, isPrepared: true, ct: Cancel)).Items.Should().ContainSingle().Subject;
}
