using Darkroom.Studio.Tests;
using Darkroom.Testing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]
[assembly: AssemblyFixture(typeof(StudioScene))]

// One browser at a time: a page that waits for its turn on a busy machine is a page whose test fails for nothing.
[assembly: Xunit.v3.Parallelization(MaxThreads = 1)]

namespace Darkroom.Studio.Tests;

/// <summary>The machine's Chromium, started once for all tests. Without one they are skipped.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly string? _program = Tools.Find("chromium");
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Skips the test where there is no Chromium.</summary>
    public IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(_browser is null, "chromium isn't installed");
            return _browser!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (_program is null)
        {
            return;
        }

        // On a busy machine a page takes its time; whoever waits for what never comes pays for it, and nobody else.
        Assertions.SetDefaultExpectTimeout((float)Viewer.Patience.TotalMilliseconds);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = _program, Headless = true, Args = Quiet });
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
    }
}
