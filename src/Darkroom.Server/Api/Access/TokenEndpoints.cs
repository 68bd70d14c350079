using Darkroom.Contracts.Access;
using Darkroom.Contracts.Problems;
using Darkroom.Core.Access;
using Darkroom.Server.Api.Common;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Darkroom.Server.Api.Access;

/// <summary>Bearer tokens.</summary>
internal sealed class TokenEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api)
    {
        var tokens = api.MapGroup("/tokens").WithTags("Tokens");
        tokens.MapGet("", List).Needs<ListAccessTokens>();
        tokens.MapPost("", Create).Needs<CreateAccessToken>();
        tokens.MapDelete("/{uid}", Revoke).Needs<RevokeAccessToken>();
    }

    /// <summary>Lists the tokens, revoked ones too; never the tokens themselves.</summary>
    internal static async Task<Ok<Page<AccessTokenDto>>> List(
        [AsParameters] PageRequest page, Caller caller, ListAccessTokens useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, page.ToListRequest(), ct));

    /// <summary>Makes a token. Its text is in this answer and nowhere else; an Idempotency-Key is not heeded, since the reply isn't kept.</summary>
    internal static async Task<Created<CreatedAccessTokenDto>> Create(
        CreateAccessTokenRequest request, Caller caller, CreateAccessToken useCase, CancellationToken ct)
    {
        var made = await useCase.HandleAsync(caller, request, ct);
        return TypedResults.Created($"/api/v1/tokens/{made.AccessToken.Uid}", made);
    }

    /// <summary>Revokes a token; it is worthless from the next request on.</summary>
    internal static async Task<Ok<AccessTokenDto>> Revoke(Guid uid, Caller caller, RevokeAccessToken useCase, CancellationToken ct) =>
        TypedResults.Ok(await useCase.HandleAsync(caller, uid, ct));
}
