using Microsoft.JSInterop;

namespace Darkroom.Studio.Frame;

/// <summary>What <c>studio.js</c> does in the viewer's browser.</summary>
public sealed class StudioScript(IJSRuntime browser) : IAsyncDisposable
{
    private Task<IJSObjectReference>? _module;

    /// <summary>Calls a function that the module exports, in the order in which they are asked for.</summary>
    public async Task RunAsync(string function, CancellationToken ct, params object?[] arguments)
    {
        if (_module is null or { IsFaulted: true } or { IsCanceled: true })
        {
            _module = browser.InvokeAsync<IJSObjectReference>("import", "./_content/Darkroom.Studio/studio.js").AsTask();
        }

        await (await _module.WaitAsync(ct)).InvokeVoidAsync(function, ct, arguments);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_module is { IsCompletedSuccessfully: true })
            {
                await (await _module).DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and the module with it.
        }
    }
}
