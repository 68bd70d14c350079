using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;

namespace Darkroom.Studio.Frame;

/// <summary>
/// Keeps drafts in the browser's tab, where they survive a reload and a restart of the server and end with the tab, protected with the server's keys.
/// No draft has a member for a secret.
/// </summary>
public sealed class DraftStore(ProtectedSessionStorage tab, ProtectedLocalStorage browser)
{
    private const string SkipIntroduction = "darkroom-skip-introduction";

    /// <summary>What was entered on the page at an address, or null.</summary>
    public async Task<TDraft?> FindAsync<TDraft>(string address)
        where TDraft : class => await ReadAsync<TDraft>(tab, address);

    public ValueTask KeepAsync(string address, object draft) => tab.SetAsync(address, draft);

    public ValueTask ForgetAsync(string address) => tab.DeleteAsync(address);

    /// <summary>Whether this browser shall not be shown the introduction of a wizard.</summary>
    public async Task<bool> SkipsIntroductionAsync() => await ReadAsync<bool>(browser, SkipIntroduction);

    public ValueTask SkipIntroductionAsync(bool skip) => browser.SetAsync(SkipIntroduction, skip);

    private static async Task<T?> ReadAsync<T>(ProtectedBrowserStorage storage, string key)
    {
        try
        {
            return (await storage.GetAsync<T>(key)).Value;
        }
        catch (Exception e) when (e is CryptographicException or JsonException or FormatException)
        {
            // Kept by another server at the same address, or by an older one.
            await storage.DeleteAsync(key);
            return default;
        }
    }
}
