using Darkroom.Client.Http;
using Darkroom.Contracts.Access;

namespace Darkroom.Client.Access;

/// <summary>Links that sign a browser in to Studio.</summary>
public sealed class SignInLinksClient(HttpClient http, ApiConnection api)
{
    /// <summary>Makes a link for the bearer of this client's token, and says its whole address.</summary>
    public async Task<(Uri Address, DateTimeOffset ExpiresAt)> CreateAsync(CancellationToken ct = default)
    {
        var link = await api.SendAsync<SignInLinkDto>(HttpMethod.Post, "sign-in-links", null, null, ct);
        return (new Uri(http.BaseAddress!, link.Path), link.ExpiresAt);
    }
}
