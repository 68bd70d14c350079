using System.Net;
using Darkroom.Contracts.Access;
using Darkroom.Testing;

namespace Darkroom.Server.Tests.SignIn;

/// <summary>Studio's sessions as a browser without scripts meets them.</summary>
public sealed class SessionTests(DarkroomServerFixture fixture) : IClassFixture<DarkroomServerFixture>
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private DarkroomServer Server => fixture.Server;

    [Fact]
    public async Task A_link_signs_one_browser_in_with_the_role_of_its_token()
    {
        using var browser = new Browser(Server.Url);
        var link = await LinkAsync(Role.Reader);

        (await browser.GetAsync(link)).StatusCode.Should().Be(HttpStatusCode.OK);
        (await browser.TextAsync("/images")).Should().Contain(">Reader<");

        using var other = new Browser(Server.Url);
        (await other.GetAsync(link)).Headers.Location!.ToString().Should().Contain("refused");
        (await other.GetAsync("/images")).Headers.Location!.ToString().Should().Be("/sign-in");
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        using var browser = new Browser(Server.Url);

        using var answer = await browser.GetAsync(await LinkAsync(Role.Reader));

        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        cookie.Should().ContainEquivalentOf("httponly").And.ContainEquivalentOf("samesite=strict");
        cookie.Should().NotContainEquivalentOf("expires", "a closed browser is signed out");
    }

    [Fact]
    public async Task The_cookie_opens_no_door_of_the_API()
    {
        using var browser = new Browser(Server.Url);
        await browser.GetAsync(await LinkAsync(Role.Administrator));

        (await browser.GetAsync("/api/v1/operations")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_browser_that_fetches_ahead_does_not_use_a_link_up()
    {
        using var browser = new Browser(Server.Url);
        var link = await LinkAsync(Role.Reader);

        using var ahead = new HttpRequestMessage(HttpMethod.Get, link);
        ahead.Headers.Add("Sec-Purpose", "prefetch;prerender");
        (await browser.Http.SendAsync(ahead, Ct)).IsSuccessStatusCode.Should().BeFalse();
        (await browser.GetAsync(link)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_session_ends_with_its_token()
    {
        using var browser = new Browser(Server.Url);
        var made = await Server.Administrator.Tokens.CreateAsync(new CreateAccessTokenRequest { Name = "short-lived", Role = Role.Operator }, Ct);
        using (var client = new Client.DarkroomClient(Server.Url, made.Token))
        {
            await browser.GetAsync((await client.SignInLinks.CreateAsync(Ct)).Address.ToString());
        }

        (await browser.TextAsync("/images")).Should().Contain("short-lived");
        await Server.Administrator.Tokens.RevokeAsync(made.AccessToken.Uid, Ct);
        (await browser.GetAsync("/images")).Headers.Location!.ToString().Should().Be("/sign-in?ended=1");
        (await browser.GetAsync("/operations")).Headers.Location!.ToString().Should().Be("/sign-in?ended=1", "each of its pages loads anew, and says the same");
    }

    [Theory]
    [InlineData("/operations?show=held", "/operations?show=held")]
    [InlineData("/images/%22%3E%3Cscript%3E", "/images/%22%3E%3Cscript%3E")]
    [InlineData("//example.com/images", "/images")]
    [InlineData("/sign-in/guessed", "/images")]
    public async Task A_link_leads_once_to_the_page_that_was_wanted_and_to_no_other_host(string wanted, string led)
    {
        using var browser = new Browser(Server.Url);
        await browser.GetAsync(Server.Url.GetLeftPart(UriPartial.Authority) + wanted);

        (await browser.TextAsync(await LinkAsync(Role.Reader))).Should().Contain($"0;url={led}\"");
        (await browser.TextAsync(await LinkAsync(Role.Reader))).Should().Contain("0;url=/images\"");
    }

    [Theory]
    [InlineData("/%09/example.com")]
    [InlineData("/%5Cexample.com")]
    [InlineData("https://example.com")]
    public async Task A_link_follows_no_address_that_another_server_of_the_machine_has_planted(string planted)
    {
        using var browser = new Browser(Server.Url);
        using var asked = await browser.GetAsync("/operations");
        var name = asked.Headers.GetValues("Set-Cookie").Single(cookie => cookie.Contains("way-back", StringComparison.Ordinal)).Split('=')[0];

        using var other = new Browser(Server.Url);
        other.Http.DefaultRequestHeaders.Add("Cookie", $"{name}={planted}");
        (await other.TextAsync(await LinkAsync(Role.Reader))).Should().Contain("0;url=/images\"");
    }

    [Fact]
    public async Task Signing_out_needs_the_form_of_the_page_and_ends_copies_of_the_cookie_too()
    {
        using var browser = new Browser(Server.Url);
        using var answer = await browser.GetAsync(await LinkAsync(Role.Reader));
        var stolen = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

        (await browser.Http.PostAsync("/sign-out", new FormUrlEncodedContent([]), Ct)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await browser.GetAsync("/images")).StatusCode.Should().Be(HttpStatusCode.OK);

        await browser.SignOutAsync();
        (await browser.GetAsync("/images")).Headers.Location!.ToString().Should().Be("/sign-in?ended=1");
        using var thief = new Browser(Server.Url);
        thief.Http.DefaultRequestHeaders.Add("Cookie", stolen);
        (await thief.GetAsync("/images")).StatusCode.Should().Be(HttpStatusCode.Found);
    }

    [Fact]
    [Trait("Suite", "full")]
    public async Task Over_a_restart_a_session_stays_open_an_ended_one_stays_ended_and_a_link_is_gone()
    {
        await using var server = await DarkroomServer.StartAsync(change: settings => settings with { Url = new Uri($"http://127.0.0.1:{FreePort.Find()}") });
        using var browser = new Browser(server.Url);
        await browser.GetAsync((await server.Reader.SignInLinks.CreateAsync(Ct)).Address.ToString());
        using var leaving = new Browser(server.Url);
        using var signedIn = await leaving.GetAsync((await server.Reader.SignInLinks.CreateAsync(Ct)).Address.ToString());
        using var thief = new Browser(server.Url);
        thief.Http.DefaultRequestHeaders.Add("Cookie", signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        (await thief.GetAsync("/images")).StatusCode.Should().Be(HttpStatusCode.OK);
        await leaving.SignOutAsync();
        var unused = (await server.Reader.SignInLinks.CreateAsync(Ct)).Address.ToString();

        await server.RestartAsync();

        (await browser.GetAsync("/images")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await thief.GetAsync("/images")).StatusCode.Should().Be(HttpStatusCode.Found);
        using var other = new Browser(server.Url);
        (await other.GetAsync(unused)).Headers.Location!.ToString().Should().Contain("refused");
    }

    private async Task<string> LinkAsync(Role role)
    {
        using var client = new Client.DarkroomClient(Server.Url, Server.Tokens[role]);
        return (await client.SignInLinks.CreateAsync(Ct)).Address.ToString();
    }

    /// <summary>Keeps cookies, wants pages, and shows where it is sent instead of going there.</summary>
    private sealed class Browser : IDisposable
    {
        public Browser(Uri server)
        {
            Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server };
            Http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        }

        public HttpClient Http { get; }

        public Task<HttpResponseMessage> GetAsync(string address) => Http.GetAsync(address, Ct);

        public Task<string> TextAsync(string address) => Http.GetStringAsync(address, Ct);

        /// <summary>Sends the form that each page carries.</summary>
        public async Task SignOutAsync()
        {
            var token = (await TextAsync("/images")).Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
            using var answer = await Http.PostAsync("/sign-out", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]), Ct);
            answer.Headers.Location!.ToString().Should().Contain("ended");
        }

        public void Dispose() => Http.Dispose();
    }
}
