using Darkroom.Contracts.Access;
using Darkroom.Core.Errors;
using Darkroom.Core.UseCases;
using Microsoft.EntityFrameworkCore;

namespace Darkroom.Core.Access;

/// <summary>Makes a link that signs a browser in to Studio as the caller, with the caller's role.</summary>
public sealed class CreateSignInLink(UseCaseRunner runner, SignInLinks links) : IUseCase
{
    public static Permission Permission => Permission.Read;

    /// <param name="token">The token that the caller has shown.</param>
    /// <exception cref="DarkroomException">UnknownObject: the token was revoked meanwhile.</exception>
    public Task<SignInLinkDto> HandleAsync(Caller caller, Guid token, CancellationToken ct) =>
        runner.ReadAsync<CreateSignInLink, SignInLinkDto>(
            caller,
            async db =>
            {
                var hash = await db.AccessTokens.Where(t => t.Uid == token && t.RevokedAt == null).Select(t => t.Hash).SingleOrDefaultAsync(ct)
                    ?? throw CommonErrors.NotFound.Raise("token", token);
                return links.Make(hash);
            },
            ct);
}
