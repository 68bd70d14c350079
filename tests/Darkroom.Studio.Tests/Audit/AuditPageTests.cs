using Darkroom.Contracts.Access;
using Darkroom.Contracts.Images;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests.Audit;

public sealed class AuditPageTests(Chromium chromium, StudioScene scene)
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_audit_shows_who_changed_what_and_is_taken_away_as_a_table()
    {
        await scene.Server.Operator.ImageDefinitions.CreateAsync(
            new CreateImageDefinitionRequest { ImageDefinitionName = "+ audited", OsType = OsType.Windows, SessionSupport = SessionSupport.MultiSession }, ct: Ct);
        await scene.Server.Operator.ImageDefinitions.UpdateAsync("+ audited", new UpdateImageDefinitionRequest { Description = "says \"so\"" }, ct: Ct);
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);
        await viewer.GoAsync("/audit");

        var row = viewer.Page.Locator("tr", new() { HasText = "Update image definition" }).Filter(new() { HasText = "+ audited" });
        await row.Locator("summary").ClickAsync();
        await Assertions.Expect(row.Locator("ins", new() { HasText = "says \"so\"" })).ToBeVisibleAsync();

        var download = await viewer.Page.RunAndWaitForDownloadAsync(() => viewer.Page.GetByRole(AriaRole.Button, new() { Name = "CSV" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), Ct);
        download.SuggestedFilename.Should().Be("darkroom-audit.csv");
        lines[0].Should().StartWith("\"At\",\"User\",\"Action\"");
        lines.Should().Contain(line => line.Contains("\"UpdateImageDefinition\"") && line.Contains("\"'+ audited\"") && line.Contains("says \\\"\"so"));
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task The_audit_is_narrowed_to_a_user_by_an_address()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);

        await viewer.GoAsync("/audit?user=nobody");
        await Assertions.Expect(viewer.Page.GetByText("Nothing by this user")).ToBeVisibleAsync();
        await viewer.Page.GetByPlaceholder("User, exactly").FillAsync("");
        await viewer.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(viewer.Page.Locator("table.audit tbody tr").First).ToBeVisibleAsync();
        viewer.ShouldBeCalm();
    }
}
