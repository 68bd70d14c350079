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
    /// <summary>Why a test is skipped that needs it.</summary>
    public const string MissingReason = "chromium-headless-shell isn't installed, nor is chromium";

    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    // The whole browser draws windows that nobody sees, which costs more than the pages do.
    private static readonly string? Program = Tools.Find("chromium-headless-shell") ?? Tools.Find("chromium");

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static bool IsInstalled => Program is not null;

    /// <summary>Skips the test where there is no Chromium.</summary>
    public IBrowser Browser
    {
        get
        {
            Assert.SkipUnless(IsInstalled, MissingReason);
            return _browser!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (!IsInstalled)
        {
            return;
        }

        // On a busy machine a page takes its time; whoever waits for what never comes pays for it, and nobody else.
        Assertions.SetDefaultExpectTimeout((float)Viewer.Patience.TotalMilliseconds);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Headless = true, Args = Quiet });
    }

    public async ValueTask DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
    }
}
