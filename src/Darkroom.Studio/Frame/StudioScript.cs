using Microsoft.JSInterop;

namespace Darkroom.Studio.Frame;

/// <summary>What <c>studio.js</c> does in the viewer's browser.</summary>
public sealed class StudioScript(IJSRuntime browser) : IAsyncDisposable
{
    private IJSObjectReference? _module;

    /// <summary>Calls a function that the module exports.</summary>
    public async Task RunAsync(string function, CancellationToken ct, params object?[] arguments)
    {
        _module ??= await browser.InvokeAsync<IJSObjectReference>("import", ct, "./_content/Darkroom.Studio/studio.js");
        await _module.InvokeVoidAsync(function, ct, arguments);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await (_module?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the module with it.
        }
    }
}
