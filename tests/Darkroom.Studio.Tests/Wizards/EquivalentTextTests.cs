using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Darkroom.Client;
using Darkroom.Contracts.Access;
using Darkroom.PowerShell.Tests.Host;
using Darkroom.Testing;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests.Wizards;

/// <summary>The text on a Summary and its Finish come to the same.</summary>
[Trait("Suite", "full")]
public sealed partial class EquivalentTextTests(Chromium chromium, WizardScene scene) : IClassFixture<WizardScene>
{
    private const string Awkward = "it’s 'quoted' $(Get-Date) `n \"twice\" <b>&amp;</b>";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_texts_of_each_summary_make_the_same_records_as_finish()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server);
        await viewer.GoAsync("/images");
        await viewer.Page.GetByRole(AriaRole.Link, new() { Name = "Create image definition" }).First.ClickAsync();
        var hand = new WizardHand(viewer);
        await hand.DefineAsync("as text");
        await hand.FillAsync("Description", Awkward);
        var (definition, definitionByRest) = await TextsAsync(viewer);
        await hand.FinishAsync();
        await viewer.GoAsync("/images");
        await viewer.Page.GetByText("as text", new() { Exact = true }).ClickAsync();
        await viewer.Page.GetByRole(AriaRole.Link, new() { Name = "Create version" }).First.ClickAsync();
        await hand.AtAsync("Image");
        await Assertions.Expect(viewer.Page.Locator(".kicker")).ToHaveTextAsync("Create image version of as text");
        await hand.NextAsync("Machine specification");
        await hand.ChooseAsync("T3 Large Instance");
        await hand.NextAsync("NICs");
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Add NIC" }).ClickAsync();
        await hand.NextAsync("Version description");
        await hand.FillAsync("Version description", Awkward);
        await hand.NextAsync("Summary");
        var (version, versionByRest) = await TextsAsync(viewer);
        await hand.FinishAsync();

        var expected = await RecordsAsync(scene.Server.Reader);
        expected.Should().Contain("t3.large").And.Contain("the first");
        (await RecordsAfterAsync(async server =>
        {
            using var shell = await PowerShellHost.StartAsync(server);
            (await shell.RunAsync(definition)).ShouldSucceed();
            (await shell.RunAsync(version)).ShouldSucceed();
        })).Should().Be(expected);
        if (Tools.Find("bash") is { } bash && Tools.Find("curl") is not null && Tools.Find("jq") is not null)
        {
            (await RecordsAfterAsync(server => RunAsync(bash, server, definitionByRest + versionByRest))).Should().Be(expected);
        }
    }

    private static async Task<(string PowerShell, string Shell)> TextsAsync(Viewer viewer)
    {
        // Both are written at once, from the description that was typed last.
        await Assertions.Expect(viewer.Page.Locator("#equivalent-powershell")).ToContainTextAsync("&amp;</b>");
        return ((await viewer.Page.Locator("#equivalent-powershell").TextContentAsync())!, (await viewer.Page.Locator("#equivalent-rest").TextContentAsync())!);
    }

    /// <summary>What there is on a server of its own after somebody has run the texts.</summary>
    private static async Task<string> RecordsAfterAsync(Func<DarkroomServer, Task> run)
    {
        await using var server = await DarkroomServer.StartAsync();
        await DemoScene.HostingUnitAsync(server.Administrator, Cancel);
        await run(server);
        return await RecordsAsync(server.Reader);
    }

    private static async Task RunAsync(string bash, DarkroomServer server, string script)
    {
        var start = new ProcessStartInfo(bash, ["-euo", "pipefail", "-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        (start.Environment["DARKROOM_URL"], start.Environment["DARKROOM_TOKEN"]) = (server.Url.AbsoluteUri, server.Tokens[Role.Operator]);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Cancel), process.StandardError.ReadToEndAsync(Cancel));
        await process.WaitForExitAsync(Cancel);
        process.ExitCode.Should().Be(0, "{0}{1}", await output, await errors);
    }

    /// <summary>What was made, without uids, times, and what the running preparation has come to.</summary>
    private static async Task<string> RecordsAsync(DarkroomClient client)
    {
        var records = new
        {
            definition = await client.ImageDefinitions.GetAsync("as text", Cancel),
            versions = (await client.ImageVersions.ListAsync("as text", ct: Cancel)).Items,
            specs = (await client.ImageVersionSpecs.ListAsync("as text", ct: Cancel)).Items
                .OrderBy(spec => spec.ImageVersionNumber).ThenBy(spec => spec.IsPrepared)
                .Select(spec => new { spec.ImageVersionNumber, spec.IsPrepared, spec.HostingUnitName, spec.MasterImagePath, spec.ImageScheme, spec.Metadata }),
            operations = (await client.Operations.ListAsync(ct: Cancel)).Items.Select(operation => new { operation.Kind, operation.Title, operation.Image?.MachineProfile })
                .OrderBy(operation => operation.Title, StringComparer.Ordinal),
        };
        return Changing().Replace(JsonSerializer.Serialize(records), "…");
    }

    [GeneratedRegex("\"[0-9a-f]{8}-[0-9a-f-]{27}\"|\"[0-9]{4}-[0-9]{2}-[0-9]{2}T[^\"]*\"|\"Version\":[0-9]+")]
    private static partial Regex Changing();
}
