using Darkroom.Client.Http;
using Darkroom.Contracts.Access;
using Darkroom.Contracts.Problems;

namespace Darkroom.Client.Access;

/// <summary>Bearer tokens; all of it needs the role administrator.</summary>
public sealed class TokensClient(ApiConnection api)
{
    public Task<Page<AccessTokenDto>> ListAsync(string? pageToken = null, CancellationToken ct = default) =>
        api.GetAsync<Page<AccessTokenDto>>(ApiConnection.Query("tokens", ("pageToken", pageToken)), ct);

    public Task<CreatedAccessTokenDto> CreateAsync(CreateAccessTokenRequest request, CancellationToken ct = default) =>
        api.SendAsync<CreatedAccessTokenDto>(HttpMethod.Post, "tokens", request, null, ct);

    public Task<AccessTokenDto> RevokeAsync(Guid uid, CancellationToken ct = default) =>
        api.SendAsync<AccessTokenDto>(HttpMethod.Delete, ApiConnection.Path("tokens", uid.ToString()), null, null, ct);
}
