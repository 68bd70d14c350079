using Darkroom.Contracts.Images;
using Darkroom.Testing;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests.Wizards;

public sealed class CreateVersionTests(Chromium chromium, WizardScene scene) : IClassFixture<WizardScene>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Suite", "full")]
    public async Task A_version_begins_with_what_the_one_before_was_made_of()
    {
        var first = await PreparedAsync("by mouse again");
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server);
        await viewer.GoAsync($"/images/{first.ImageDefinitionUid}/1");
        await viewer.Page.GetByRole(AriaRole.Link, new() { Name = "Create version" }).First.ClickAsync();
        var hand = new WizardHand(viewer);
        await hand.AtAsync("Image");
        await Assertions.Expect(hand.Radio(DemoScene.Name)).ToBeCheckedAsync();
        await Assertions.Expect(hand.Radio(DemoScene.Name)).ToBeDisabledAsync();
        (await viewer.Page.GetByRole(AriaRole.Link, new() { Name = "version 1" }).GetAttributeAsync("href")).Should().Be($"/images/{first.ImageDefinitionUid}/1");
        await Assertions.Expect(hand.Radio(WizardHand.Master)).ToBeCheckedAsync();
        await Assertions.Expect(hand.Radio(WizardHand.Template)).ToBeCheckedAsync();
        await hand.NextAsync("Machine specification");
        await Assertions.Expect(hand.Radio("T3 Large Instance")).ToBeCheckedAsync();
        await hand.NextAsync("NICs");
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Add NIC" }).ClickAsync();
        await hand.NextAsync("Version description");
        await hand.FillAsync("Version description", "the second");
        await hand.NextAsync("Summary");
        await hand.FinishAsync();

        var second = await SpecAsync(first.ImageDefinitionUid, 2);
        second.ImageScheme!.ServiceOffering.Should().Be("t3.large");
        second.ImageScheme.NetworkMapping.Should().HaveCount(2);
        second.MasterImagePath.Should().Be(first.MasterImagePath);
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task Every_page_can_be_gone_through_by_keys_alone()
    {
        var first = await PreparedAsync("by keys again");
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server);
        await viewer.GoAsync($"/images/{first.ImageDefinitionUid}");
        var keys = new WizardKeys(viewer);
        await keys.PressAsync("Create version");
        await new WizardHand(viewer).AtAsync("Image");
        await viewer.Page.GetByText("Volume /dev/sda1").WaitForAsync();
        await keys.NextAsync("Machine specification");
        await keys.NextAsync("NICs");
        await keys.NextAsync("Version description");
        await keys.TypeAsync("Version description", "typed");
        await keys.NextAsync("Summary");
        await keys.PressAsync("Finish");
        await viewer.Page.ArrivesAtAsync("**/operations/*");

        (await scene.Server.Reader.ImageVersions.GetAsync(first.ImageDefinitionName, "2", Cancel)).Description.Should().Be("typed");
        viewer.ShouldBeCalm();
    }

    private async Task<ImageVersionSpecDto> PreparedAsync(string definition)
    {
        var client = scene.Server.Administrator;
        var master = await DemoScene.MasterSpecAsync(client, definition, Cancel);
        await client.ImageVersionSpecs.PrepareAsync(
            master.ImageVersionSpecUid, new PrepareImageRequest { MachineProfile = DemoScene.MachineProfile, ServiceOffering = "t3.large" }, ct: Cancel);
        return await SpecAsync(master.ImageDefinitionUid, 1);
    }

    private async Task<ImageVersionSpecDto> SpecAsync(Guid definition, int number) => (await scene.Server.Reader.ImageVersionSpecs.ListAsync(
        imageDefinition: $"{definition}", imageVersionNumber: number, isPrepared: true, ct: Cancel)).Items.Should().ContainSingle().Subject;
}
