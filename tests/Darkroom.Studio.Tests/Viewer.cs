using Darkroom.Client;
using Darkroom.Contracts.Access;
using Darkroom.Testing;
using Microsoft.Playwright;

namespace Darkroom.Studio.Tests;

/// <summary>
/// Somebody before a browser of his own. Whatever goes wrong in it without being seen is kept, and fails the test when he leaves: an error on the console, which a
/// breach of the content policy is as well, a script that fails, a request to another host.
/// </summary>
public sealed class Viewer : IAsyncDisposable
{
    /// <summary>How long is waited for anything on a page.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly IBrowserContext _context;
    private readonly DarkroomServer _server;
    private readonly string _origin;
    private readonly List<string> _faults = [];
    private bool _minds = true;

    private Viewer(IBrowserContext context, IPage page, DarkroomServer server, Uri seenAt)
    {
        (_context, Page, _server, _origin) = (context, page, server, seenAt.GetLeftPart(UriPartial.Authority));
        context.Console += (_, message) => Keep(message.Type == "error" && !SaysThatNothingIsThere(message) ? $"console: {message.Text} ({message.Location})" : null);
        context.WebError += (_, error) => Keep($"script: {error.Error}");
        context.Request += (_, request) => Keep(IsOurs(request.Url) ? null : $"request to {request.Url}");
    }

    public IPage Page { get; }

    /// <summary>Opens a browser that nobody is signed in to.</summary>
    /// <param name="through">Where the server is found by this browser, when not at its own address.</param>
    public static async Task<Viewer> OpenAsync(
        Chromium chromium, DarkroomServer server, int width = 1280, ColorScheme scheme = ColorScheme.Light, string zone = "UTC", Uri? through = null)
    {
        var seenAt = through ?? server.Url;
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = seenAt.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 780 : width * 9 / 16 },
            ColorScheme = scheme,
            TimezoneId = zone,
            Locale = "en-GB",
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        return new Viewer(context, page, server, seenAt);
    }

    /// <summary>Opens a browser and signs in with a fresh link of a role.</summary>
    public static async Task<Viewer> SignedInAsync(
        Chromium chromium, DarkroomServer server, Role role = Role.Administrator, int width = 1280, ColorScheme scheme = ColorScheme.Light, string zone = "UTC")
    {
        var viewer = await OpenAsync(chromium, server, width, scheme, zone);
        await viewer.FollowLinkAsync(role);
        return viewer;
    }

    /// <summary>Follows a fresh link and waits for Studio.</summary>
    public async Task FollowLinkAsync(Role role)
    {
        using var client = new DarkroomClient(_server.Url, _server.Tokens[role]);
        var (address, _) = await client.SignInLinks.CreateAsync(TestContext.Current.CancellationToken);
        await Page.GotoAsync(address.PathAndQuery);
        await Page.ArrivesAtAsync("**/images");
        await ReadyAsync();
    }

    /// <summary>Goes to an address and waits until the page has read what it shows.</summary>
    public async Task GoAsync(string address)
    {
        await Page.GotoAsync(address);
        await ReadyAsync();
    }

    /// <summary>Waits until the page is connected and has read what it shows.</summary>
    public async Task ReadyAsync()
    {
        await Page.Locator("h1").WaitForAsync();
        await Assertions.Expect(Page.GetByText("Reading …")).ToHaveCountAsync(0);
    }

    /// <summary>Nothing went wrong that a person wouldn't have seen.</summary>
    public void ShouldBeCalm()
    {
        lock (_faults)
        {
            _faults.Should().BeEmpty();
        }
    }

    /// <summary>A server that isn't there makes a browser complain.</summary>
    public void ExpectOutage() => _minds = false;

    public async ValueTask DisposeAsync()
    {
        // What the page says while it is closed, in the middle of whatever it was doing, nobody sees.
        string[] seen;
        lock (_faults)
        {
            seen = [.. _faults];
        }

        await _context.CloseAsync();
        if (_minds)
        {
            seen.Should().BeEmpty();
        }
    }

    /// <summary>Of the page itself, at an address that leads nowhere.</summary>
    private static bool SaysThatNothingIsThere(IConsoleMessage message) =>
        message.Text.Contains("status of 404", StringComparison.Ordinal) && message.Location.StartsWith($"{message.Page?.Url}:", StringComparison.Ordinal);

    private bool IsOurs(string url) => url.StartsWith(_origin, StringComparison.Ordinal)
        || url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal);

    private void Keep(string? fault)
    {
        if (fault is not null)
        {
            lock (_faults)
            {
                _faults.Add(fault);
            }
        }
    }
}
