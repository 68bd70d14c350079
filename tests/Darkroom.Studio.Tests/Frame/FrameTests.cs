using System.Text.RegularExpressions;
using Darkroom.Contracts.Access;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests.Frame;

public sealed class FrameTests(Chromium chromium, StudioScene scene)
{
    private const long MostBytes = 500_000;

    [Fact]
    public async Task The_first_page_is_small_compressed_and_without_fonts()
    {
        await using var viewer = await Viewer.OpenAsync(chromium, scene.Server);
        var requests = new List<Microsoft.Playwright.IRequest>();
        viewer.Page.RequestFinished += (_, request) => requests.Add(request);

        await viewer.FollowLinkAsync(Role.Reader);
        await viewer.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        long sum = 0;
        foreach (var request in requests)
        {
            var sizes = await request.SizesAsync();
            sum += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
            var headers = (await request.ResponseAsync())!.Headers;
            if (request.ResourceType is "stylesheet" or "script")
            {
                headers.Should().ContainKey("content-encoding", "{0} must be compressed", request.Url);
                headers["cache-control"].Should().BeOneOf("max-age=31536000, immutable", "no-cache");
            }
        }

        requests.Should().Contain(request => Regex.IsMatch(request.Url, "/blazor\\.web\\.[^.]+\\.js$")).And.NotContain(request => request.ResourceType == "font");
        sum.Should().BeInRange(100_000, MostBytes);
        viewer.ShouldBeCalm();
    }

    [Fact]
    public async Task Every_page_says_that_the_cloud_is_simulated_and_how_fast_its_time_goes()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);

        await Assertions.Expect(viewer.Page.GetByText("Simulated cloud: nothing here is in AWS.")).ToBeVisibleAsync();
        if (scene.Server.Settings.ClockScale != 1)
        {
            await Assertions.Expect(viewer.Page.Locator(".simulated")).ToContainTextAsync($" {scene.Server.Settings.ClockScale} times as fast");
        }

        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task Light_and_dark_follow_the_system_until_somebody_chooses_and_the_choice_stays()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader, scheme: ColorScheme.Dark);
        var dark = await GroundAsync(viewer);

        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Switch between light and dark" }).ClickAsync();

        var light = await GroundAsync(viewer);
        light.Should().NotBe(dark);
        await viewer.GoAsync("/operations");
        (await GroundAsync(viewer)).Should().Be(light);
        await viewer.Page.GetByRole(AriaRole.Button, new() { Name = "Switch between light and dark" }).ClickAsync();
        (await GroundAsync(viewer)).Should().Be(dark);
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task Times_are_in_the_zone_of_whoever_looks()
    {
        foreach (var (zone, hours) in new[] { ("UTC", 0), ("Asia/Tokyo", 9) })
        {
            await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader, zone: zone);
            await viewer.GoAsync($"/operations/{scene.Succeeded.OperationId}");
            await Assertions.Expect(viewer.Page.Locator(".under-head local-time").First)
                .ToHaveAttributeAsync("title", new Regex(Regex.Escape(scene.Succeeded.CreatedAt.UtcDateTime.AddHours(hours).ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture))));
        }
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task Each_place_has_an_address_and_the_browser_finds_the_way_back()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);
        foreach (var place in new[] { "Hosting", "Operations", "Audit", "Images" })
        {
            await viewer.Page.GetByRole(AriaRole.Navigation, new() { Name = "Studio" }).GetByRole(AriaRole.Link, new() { Name = place }).ClickAsync();
            await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(place);
            viewer.Page.Url.Should().EndWith($"/{place.ToLowerInvariant()}");
        }

        await viewer.Page.GoBackAsync();
        await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Audit");

        await viewer.GoAsync($"/images/{scene.Definition}/1");
        var tabs = viewer.Page.GetByRole(AriaRole.Navigation, new() { Name = "Of this version" });
        await tabs.GetByRole(AriaRole.Link, new() { Name = "Specs" }).ClickAsync();
        await viewer.Page.ArrivesAtAsync("**/1?tab=specs");
        await tabs.GetByRole(AriaRole.Link, new() { Name = "Audit" }).ClickAsync();
        await viewer.Page.ArrivesAtAsync("**/1?tab=audit");
        await viewer.Page.GoBackAsync();
        await Assertions.Expect(tabs.Locator("[aria-current=page]")).ToHaveTextAsync("Specs");
        await viewer.Page.ReloadAsync();
        await Assertions.Expect(tabs.Locator("[aria-current=page]")).ToHaveTextAsync("Specs");
        await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Heading, new() { Name = "Prepared spec" })).ToBeVisibleAsync();
        viewer.ShouldBeCalm();
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task An_address_that_leads_nowhere_shows_a_page_to_people_and_a_problem_to_programs()
    {
        await using var viewer = await Viewer.SignedInAsync(chromium, scene.Server, Role.Reader);
        foreach (var address in new[] { "/nothing/there", "/images/no-uid", $"/images/{scene.Definition}/1/further" })
        {
            (await viewer.Page.GotoAsync(address))!.Status.Should().Be(404);
            await viewer.ReadyAsync();
            await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("There is nothing at this address");
            viewer.Page.Url.Should().EndWith(address);
        }

        await viewer.Page.GetByRole(AriaRole.Navigation, new() { Name = "Studio" }).GetByRole(AriaRole.Link, new() { Name = "Images" }).ClickAsync();
        await Assertions.Expect(viewer.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Images");
        using var program = scene.Server.HttpOf(Role.Reader);
        foreach (var address in new[] { "/nothing/there", "/api/v1/nothing" })
        {
            program.DefaultRequestHeaders.Accept.ParseAdd("text/html");
            using var answer = await program.GetAsync(address, TestContext.Current.CancellationToken);
            answer.StatusCode.Should().Be(System.Net.HttpStatusCode.NotFound);
            answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        }
    }

    private static Task<string> GroundAsync(Viewer viewer) => viewer.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
}
