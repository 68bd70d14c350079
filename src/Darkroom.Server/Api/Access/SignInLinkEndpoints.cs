using System.Security.Claims;
using Darkroom.Contracts.Access;
using Darkroom.Core.Access;
using Darkroom.Server.Api.Common;
using Darkroom.Server.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Darkroom.Server.Api.Access;

/// <summary>Links that sign a browser in to Studio.</summary>
internal sealed class SignInLinkEndpoints : IEndpoints
{
    public void Map(IEndpointRouteBuilder api) => api.MapGroup("/sign-in-links").WithTags("Tokens").MapPost("", Create).Needs<CreateSignInLink>();

    /// <summary>
    /// Makes a link that signs one browser in to Studio as the bearer of this request's token, once, within ten minutes. An Idempotency-Key is not heeded, since
    /// the reply isn't kept.
    /// </summary>
    internal static async Task<Created<SignInLinkDto>> Create(ClaimsPrincipal user, Caller caller, CreateSignInLink useCase, CancellationToken ct)
    {
        var link = await useCase.HandleAsync(caller, Callers.TokenOf(user), ct);
        return TypedResults.Created(link.Path, link);
    }
}
